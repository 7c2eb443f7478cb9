import { createHash } from 'node:crypto'
import { demand } from '../../access/may.ts'
import { hoursBetweenAskings } from '../../feeds/feed.ts'
import { placeOfServer } from '../../feeds/keep-feeds.ts'
import { noteAsked, type RosterServer, serverOfDistrict } from '../../feeds/store.ts'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Doorstep } from '../../platform/route.ts'
import { openSecret } from '../../platform/sealed-secret.ts'
import { asTheSystem, asViewer, type Ground } from '../../platform/transaction.ts'
import { mayKeepRosters } from '../../rosters/import-store.ts'
import type { Roster } from '../../rosters/roster.ts'
import { sealDraft } from '../../rosters/seal-draft.ts'
import { askServer } from './ask-server.ts'
import { keepBrought, sayUnreadable } from '../rosters/bring-roster.ts'
import { importRead } from '../rosters/import-brought.ts'
import { Unreadable } from '../rosters/unreadable.ts'

const hour = 3_600_000
const nameOf = (server: RosterServer) => new URL(server.address).host
const digestOf = (roster: Roster) => createHash('sha256').update(JSON.stringify(roster)).digest('hex')

function ask(ground: Ground, server: RosterServer): Promise<Roster> {
  const secret = openSecret(ground.secret, placeOfServer(server.id), server.clientSecret)
  if (secret === undefined) throw new Unreadable('server_refused', { file: nameOf(server) })
  return askServer({ ...server, secret, local: ground.localAddresses ?? false })
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
  const brought = { id, name: nameOf(server), digest: digestOf(roster), roster, sealed }
  await inside((context) => keepBrought(context, brought))
}

/** Once a night; what looks wrong waits for the office, and what did not come is told there. */
export async function requestNightly(ground: Ground, districtId: string): Promise<void> {
  const within = <T>(reason: string, work: Parameters<typeof asTheSystem<T>>[2]) =>
    asTheSystem(ground, { reason, districtId }, work)
  const server = await within('look for a roster server', ({ db }) => serverOfDistrict(db))
  const since = ground.now().getTime() - (server?.askedAt?.getTime() ?? 0)
  if (!server || since < hoursBetweenAskings * hour) return
  const note = (trouble: string) =>
    within('note a roster server', ({ db, now }) => noteAsked(db, server.id, now, trouble))
  // also when the program dies over it, it is asked again the next night and not the next hour
  await note('')
  try {
    const roster = await ask(ground, server)
    const brought = { roster, name: nameOf(server), digest: digestOf(roster) }
    const done = await importRead(ground, brought, { districtId, waits: true })
    if (!done.applied) await note('looks_wrong')
  } catch (error) {
    if (error instanceof Unreadable) await note(error.reason)
    else if (error instanceof Refusal) await note(error.code)
    else throw error
  }
}
