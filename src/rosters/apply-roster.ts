import { demand } from '../access/may.ts'
import { newId } from '../platform/new-id.ts'
import { countRows, packRows } from './shrink-rows.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { noteActOf } from '../logbook/store.ts'
import { tellPrograms } from '../programs/hook-store.ts'
import type { AnomalyCode } from './anomalies.ts'
import { applyWrites, type NoteHowFar, writeIdentifiers } from './apply-store.ts'
import type { ApplyRosterImport } from './contract.ts'
import { whileFollowed } from './follow-rosters.ts'
import {
  type Doer,
  doerOf,
  findImport,
  lockRosters,
  mayKeepRosters,
  noteApplied,
  readDraft,
} from './import-store.ts'
import type { Roster } from './roster.ts'
import { planRoster, type RosterPlan } from './roster-plan.ts'
import type { RosterStory } from './roster-story.ts'
import { openDraft } from './seal-draft.ts'
import { countStanding, readStanding } from './standing-store.ts'

/** What a roster would change at this moment. */
export async function planNow(
  doer: Doer,
  source: string,
  roster: Roster,
  accepts: readonly AnomalyCode[] = [],
): Promise<RosterPlan> {
  return planRoster(roster, await readStanding(doer.db, source), { ...tools, makeWrites: packRows, accepts })
}

/** The same for whoever only looks. */
export async function tellNow(doer: Doer, source: string, roster: Roster): Promise<RosterStory> {
  const looking = { ...tools, makeWrites: countRows, accepts: [] }
  return (await planRoster(roster, await readStanding(doer.db, source), looking)).story
}

const tools = { makeId: newId, makeRows: packRows }

/**
 * Applies what was looked at, as it is at this moment: whole or not at all. Sent again it has been done. The
 * plan is made anew under the lock, so that what two people or two nights bring follows one upon the other.
 */
export async function applyRosterImport(
  { ground, asker }: Doorstep,
  { id, accepts }: InputOf<typeof ApplyRosterImport>,
): Promise<void> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, async (context) => {
    demand(await mayKeepRosters(context))
    await applyHere(ground, context, id, accepts)
  })
}

async function applyHere(
  ground: Ground,
  context: Context,
  id: string,
  accepts: readonly AnomalyCode[],
): Promise<void> {
  const doer = doerOf(context)
  await lockRosters(doer)
  const kept = await findImport(context.db, id)
  if (!kept) throw new Refusal('not_found')
  if (kept.appliedAt !== null) return
  if (!kept.isKept) throw new Refusal('roster_forgotten')
  await whileFollowed(ground, doer, kept, async (note) => {
    const roster = await openDraft(ground.secret, id, readDraft(context.db, id))
    const plan = await planNow(doer, kept.source, roster, accepts)
    await applyPlan(doer, { id, source: kept.source, accepts, note }, plan)
  })
}

/** Writes a plan, unless something in it looks wrong and nobody said that it is right. */
export async function applyPlan(
  doer: Doer,
  what: { id: string; source: string; accepts: readonly AnomalyCode[]; note: NoteHowFar },
  { writes, story }: RosterPlan,
): Promise<void> {
  if (story.anomalies.some(({ code }) => !what.accepts.includes(code))) throw new Refusal('looks_wrong')
  const { db, districtId, now } = doer
  await applyWrites({ db, districtId, now, source: what.source, importId: what.id }, writes, what.note)
  const accepted = story.anomalies.map(({ code }) => code)
  await countStanding(db, writes)
  await writeIdentifiers(db, districtId)
  await noteApplied(doer, what.id, { story, accepted })
  const { join, leave } = story.people
  const said = { what: what.source, joined: join.count, left: leave.count }
  await noteActOf(doer, { act: 'roster.applied', said })
  await tellPrograms(doer, { districtId, event: 'roster.applied', subject: { import: what.id } })
}
