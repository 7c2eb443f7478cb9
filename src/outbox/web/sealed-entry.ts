import { database, type DeviceSchema } from '../../device/web/database.ts'
import { canSeal, type Sealed } from '../../device/web/sealing.ts'
import type { IDBPTransaction } from 'idb'

/**
 * How entries stand in the device's database. Each step is one transaction that is on the disk before it counts:
 * an entry and the draft it came from never both claim the same words, however the battery empties.
 */
const stores = ['entry', 'sealed-draft', 'waiting'] as const
type Writing = IDBPTransaction<DeviceSchema, (typeof stores)[number][], 'readwrite'>

export async function keepEntry(entry: {
  id: string
  person: string
  sealed: Sealed
  givenName: string
  draft: string | undefined
}): Promise<void> {
  const { id, person, sealed, givenName, draft } = entry
  const writing = await begin()
  const before = await writing.objectStore('entry').index('person').getAll(person)
  const place = before.reduce((most, one) => Math.max(most, one.place), 0) + 1
  await writing.objectStore('entry').put({ id, person, place, version: 1, sealed })
  if (draft !== undefined) await claim(writing, [person, draft], id)
  await count(writing, person, givenName)
  await writing.done
}

export async function replaceEntry(change: {
  id: string
  sealed: Sealed
  arrivedAt?: number
  /** what arrived before this moment has been said for long enough */
  forgetBefore?: number
}): Promise<void> {
  const { id, sealed, arrivedAt, forgetBefore = -Infinity } = change
  const writing = await begin()
  const kept = await writing.objectStore('entry').get(id)
  if (kept) {
    const arrival = arrivedAt === undefined ? {} : { arrivedAt }
    await writing.objectStore('entry').put({ ...kept, ...arrival, sealed, version: kept.version + 1 })
    if (arrivedAt !== undefined) await dropClaimed(writing, kept.person, id)
    for (const one of await writing.objectStore('entry').index('person').getAll(kept.person)) {
      if ((one.arrivedAt ?? Infinity) < forgetBefore) await writing.objectStore('entry').delete(one.id)
    }
    await count(writing, kept.person)
  }
  await writing.done
}

export async function releaseEntry(id: string, draft: 'with its draft' | 'draft stays'): Promise<void> {
  const writing = await begin()
  const kept = await writing.objectStore('entry').get(id)
  if (kept) {
    await writing.objectStore('entry').delete(id)
    if (draft === 'with its draft') await dropClaimed(writing, kept.person, id)
    else await unclaim(writing, kept.person, id)
    await count(writing, kept.person)
  }
  await writing.done
}

export type WaitingHere = { person: string; name: string; count: number }

/** How many things of whom wait on this device, to be said to whoever uses it next. */
export async function waitingHere(): Promise<WaitingHere[]> {
  if (!canSeal()) return []
  return (await database()).getAll('waiting')
}

async function begin(): Promise<Writing> {
  return (await database()).transaction([...stores], 'readwrite', { durability: 'strict' })
}

async function claim(writing: Writing, key: [string, string], entry: string): Promise<void> {
  const draft = await writing.objectStore('sealed-draft').get(key)
  if (draft) await writing.objectStore('sealed-draft').put({ ...draft, claimed: entry })
}

async function claimedBy(writing: Writing, person: string, entry: string) {
  const drafts = await writing.objectStore('sealed-draft').index('person').getAll(person)
  return drafts.filter((draft) => draft.claimed === entry)
}

async function dropClaimed(writing: Writing, person: string, entry: string): Promise<void> {
  for (const draft of await claimedBy(writing, person, entry)) {
    await writing.objectStore('sealed-draft').delete([draft.person, draft.key])
  }
}

async function unclaim(writing: Writing, person: string, entry: string): Promise<void> {
  for (const { claimed: _, ...draft } of await claimedBy(writing, person, entry)) {
    await writing.objectStore('sealed-draft').put(draft)
  }
}

async function count(writing: Writing, person: string, givenName?: string): Promise<void> {
  const waiting = await writing.objectStore('waiting').get(person)
  const entries = await writing.objectStore('entry').index('person').getAll(person)
  const left = entries.filter((one) => one.arrivedAt === undefined).length
  const name = givenName ?? waiting?.name
  if (left === 0) await writing.objectStore('waiting').delete(person)
  else if (name !== undefined) await writing.objectStore('waiting').put({ person, name, count: left })
}
