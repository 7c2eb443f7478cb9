import { database, type SealedEntry } from '../../device/web/database.ts'
import {
  bytesToSend,
  changeFile,
  dropFile,
  findFile,
  keepFile,
  readFacts,
  readTravelling,
  readWhole,
} from '../../device/web/kept-file.ts'
import { makeRoomFor } from '../../device/web/room.ts'
import { sealJson, unsealJson } from '../../device/web/sealing.ts'
import { type Vault, vaultHere } from '../../device/web/vault.ts'
import type { Box, FileFacts } from '../box.ts'
import { type Entry, isWaiting } from '../entry.ts'
import { keepEntry, releaseEntry, replaceEntry } from './sealed-entry.ts'

const aDay = 24 * 3_600_000

/**
 * The box of one person on this device, sealed with their key; it outlives the page and the battery. What waits
 * under an earlier record of theirs stays sealed as it is, and is read with the key of that record.
 */
export function sealedBox(vault: Vault, givenName = ''): Box {
  const opened = new Map<string, { version: number; entry: Entry }>()
  const names = new Map<string, FileFacts>()
  const owners = new Map<string, string>()
  const { person } = vault
  const also = async () => {
    const here = await vaultHere()
    return here?.person === person ? (here.also ?? []) : []
  }
  const vaultFor = async (owner: string | undefined): Promise<Vault> => {
    const earlier = (await also()).find((one) => one.person === owner)
    return earlier ? { ...vault, ...earlier } : vault
  }
  const vaultOfFile = async (id: string) => vaultFor((await findFile(id))?.person)

  const open = async ({ id, version, sealed, person: owner }: SealedEntry): Promise<Entry> => {
    owners.set(id, owner)
    const known = opened.get(id)
    if (known?.version === version) return known.entry
    const { key } = await vaultFor(owner)
    const kept = (await unsealJson(key, placeOf(id), sealed).catch(() => unreadable(id))) as Entry
    const entry = owner === person ? kept : { ...kept, keptAs: owner }
    opened.set(id, { version, entry })
    return entry
  }
  const entries = async (): Promise<Entry[]> => {
    const people = [...(await also()).map((one) => one.person), person]
    const kept = await database()
    const found = await Promise.all(people.map((one) => kept.getAllFromIndex('entry', 'person', one)))
    const sealed = found.flatMap((some) => some.sort((one, other) => one.place - other.place))
    return Promise.all(sealed.map(open))
  }
  const factsOf = async (id: string): Promise<FileFacts> => {
    const known = names.get(id)
    if (known) return known
    const file = await findFile(id)
    const facts = file ? await readFacts(await vaultFor(file.person), file) : { name: '', type: '' }
    names.set(id, facts)
    return facts
  }
  /** Files that neither another entry nor a form still speaks of. */
  const dropUnwanted = async ({ files }: Entry): Promise<void> => {
    const wanted = new Set((await entries()).filter(isWaiting).flatMap((one) => one.files))
    for (const id of files) if (!wanted.has(id)) await dropFile(id)
  }
  const sealed = async ({ keptAs: _keptAs, ...entry }: Entry) =>
    sealJson((await vaultFor(owners.get(entry.id))).key, placeOf(entry.id), entry)

  return {
    lasts: true,
    entries,
    add: async (entry) =>
      keepEntry({ id: entry.id, person, sealed: await sealed(entry), givenName, draft: entry.draft }),
    change: async (entry) => replaceEntry({ id: entry.id, sealed: await sealed(entry) }),
    arrive: async (entry, now) => {
      const name = { ...entry, writes: [], files: [], arrivedAt: now }
      await replaceEntry({
        id: entry.id,
        sealed: await sealed(name),
        arrivedAt: now,
        forgetBefore: now - aDay,
      })
      await dropUnwanted(entry)
    },
    remove: async (id) => {
      const entry = (await entries()).find((one) => one.id === id)
      await releaseEntry(id, 'with its draft')
      if (entry) await dropUnwanted(entry)
    },
    giveBack: (id) => releaseEntry(id, 'draft stays'),
    keepFile: async (id, content, facts) => {
      if (!(await makeRoomFor(content.size))) throw new Error('There is no room for this file')
      await keepFile(person, id, content, facts)
    },
    dropFile,
    open: async (id) => {
      const file = await findFile(id)
      return file && readWhole(await vaultFor(file.person), file)
    },
    file: async (id) => {
      const file = await findFile(id)
      if (!file || (await vaultFor(file.person)).person !== file.person) return undefined
      const keptAs = file.person === person ? {} : { keptAs: file.person }
      return { id, ...(await factsOf(id)), ...keptAs, bytes: bytesToSend(file), sent: file.sent }
    },
    noteSent: (id, sent) => changeFile(id, { sent }),
    read: async (id, offset, most) => readTravelling(await vaultOfFile(id), id, offset, most),
  }
}

const placeOf = (id: string) => `entry ${id}`

/** Sealed under a key that nobody has any more: it is named, and cannot be sent. */
function unreadable(id: string): Entry {
  return {
    id,
    called: { word: 'outbox.unreadable', values: {} },
    writes: [],
    done: 0,
    files: [],
    refreshes: [],
    made: { claimed: new Date(0).toISOString(), offset: 0 },
    keptAt: 0,
    failures: 0,
    refusal: { status: 0, code: 'unreadable', sentence: '' },
  }
}
