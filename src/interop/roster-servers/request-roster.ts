import { createHash } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import { demand } from '../../access/may.ts'
import { changesSince, isTimeToAsk } from '../../feeds/feed.ts'
import { placeOfServer } from '../../feeds/keep-feeds.ts'
import { noteAsked, noteNoChanges, noteRead, type RosterServer, serverOfDistrict } from '../../feeds/store.ts'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Doorstep } from '../../platform/route.ts'
import { openSecret } from '../../platform/sealed-secret.ts'
import { asTheSystem, asViewer, type Ground } from '../../platform/transaction.ts'
import { mayKeepRosters } from '../../rosters/import-store.ts'
import type { Roster } from '../../rosters/roster.ts'
import { piecesOf, sealDraft } from '../../rosters/seal-draft.ts'
import type { RosterStory } from '../../rosters/roster-story.ts'
import { askServer, NoChanges } from './ask-server.ts'
import { keepBrought, sayUnreadable } from '../rosters/bring-roster.ts'
import { type Imported, importRead, type Wish } from '../rosters/import-brought.ts'
import { Unreadable } from '../rosters/unreadable.ts'

const nameOf = (server: RosterServer) => new URL(server.address).host
async function digestOf(roster: Roster): Promise<string> {
  const hash = createHash('sha256')
  for (const { bytes } of piecesOf(roster)) {
    await others()
    hash.update(bytes)
  }
  return hash.digest('hex')
}

function ask(ground: Ground, server: RosterServer, since?: Date): Promise<Roster> {
  const secret = openSecret(ground.secret, placeOfServer(server.id), server.clientSecret)
  if (secret === undefined) throw new Unreadable('server_refused', { file: nameOf(server) })
  return askServer({ ...server, secret, local: ground.localAddresses ?? false }, since)
}

/** Asks the district's server between two transactions, and keeps what its roster would do for someone to look at. */
export async function requestRoster({ ground, asker }: Doorstep, id: string): Promise<void> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  const inside = <T>(work: (context: Context) => Promise<T>) => asViewer(ground, asker, work)
  const server = await inside(async (context) => {
    demand(await mayKeepRosters(context))
    return serverOfDistrict(context.db)
  })
  if (!server) throw new Refusal('not_found')
  const roster = await ask(ground, server).catch(sayUnreadable)
  const sealed = sealDraft(ground.secret, id, roster)
  const brought = { id, name: nameOf(server), digest: await digestOf(roster), roster, sealed }
  await inside((context) => keepBrought(context, brought))
}

/** Once a night; what looks wrong waits for the office, and what did not come is told there. */
export async function requestNightly(ground: Ground, districtId: string): Promise<void> {
  const server = await serverOf(ground, districtId)
  if (!server || !isTimeToAsk(server.askedAt, ground.now())) return
  const note = (trouble: string) =>
    asTheSystem(ground, { reason: 'note a roster server', districtId }, ({ db, now }) =>
      noteAsked(db, server.id, now, trouble),
    )
  // also when the program dies over it, it is asked again the next night and not the next hour
  await note('')
  try {
    if (await bringChanges(ground, server, districtId)) return
    const done = await bringWhole(ground, server, { districtId, waits: true })
    if (!done.applied) await note('looks_wrong')
  } catch (error) {
    if (error instanceof Unreadable) await note(`${error.reason} ${error.file}`)
    else if (error instanceof Refusal) await note(error.code)
    else throw error
  }
}

export const serverOf = (ground: Ground, districtId: string) =>
  asTheSystem(ground, { reason: 'look for a roster server', districtId }, ({ db }) => serverOfDistrict(db))

/** Everything that the server has. */
export async function bringWhole(ground: Ground, server: RosterServer, wish: Wish): Promise<Imported> {
  const roster = await ask(ground, server)
  const brought = { roster, name: nameOf(server), digest: await digestOf(roster) }
  const done = await importRead(ground, brought, wish)
  if (done.applied) await noteHere(ground, wish.districtId, server, 'whole_at')
  return done
}

/**
 * What changed since the last reading. Nobody vanishes because they are not in it, and whatever in it looks wrong
 * is answered by reading everything: false when that is to be done.
 */
async function bringChanges(ground: Ground, server: RosterServer, districtId: string): Promise<boolean> {
  const since = changesSince(server, ground.now())
  if (since === undefined) return false
  try {
    const roster = await ask(ground, server, since)
    const brought = { roster, name: nameOf(server), digest: await digestOf(roster) }
    const done = await importRead(ground, brought, { districtId, doubts: speaksOfUnknown })
    if (done.applied) await noteHere(ground, districtId, server, 'changes_at')
    return done.applied
  } catch (error) {
    if (error instanceof NoChanges)
      await asTheSystem(ground, { reason: 'note a roster server', districtId }, ({ db }) =>
        noteNoChanges(db, server.id),
      )
    else if (!(error instanceof Unreadable)) throw error
    return false
  }
}

/** Somebody or something was added that the server did not tell of. */
const speaksOfUnknown = ({ rejected: { count, some } }: RosterStory) =>
  // of more than are told the others may be of these
  count > some.length || some.some(({ code }) => unknown.has(code))
const unknown: ReadonlySet<string> = new Set(['unknown_person', 'unknown_class', 'unknown_school'])

const noteHere = (
  ground: Ground,
  districtId: string,
  server: RosterServer,
  read: 'whole_at' | 'changes_at',
) =>
  asTheSystem(ground, { reason: 'note a roster server', districtId }, ({ db, now }) =>
    noteRead(db, server.id, now, read),
  )
