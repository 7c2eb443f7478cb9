import { columnsOfDistrict } from '../../feeds/store.ts'
import { readRoster } from './read-roster.ts'
import { type Brought, digestOf } from './roster-bundle.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/new-id.ts'
import { asTheSystem, type Ground } from '../../platform/transaction.ts'
import { applyPlan, planNow, tellNow } from '../../rosters/apply-roster.ts'
import {
  dayBroughtBefore,
  type Doer,
  insertImport,
  keepDraft,
  lockRosters,
} from '../../rosters/import-store.ts'
import { whileFollowed } from '../../rosters/follow-rosters.ts'
import { type Roster, type RosterFormat, sourceOf } from '../../rosters/roster.ts'
import type { RosterStory } from '../../rosters/roster-story.ts'
import { dayHere } from '../../schools/roster-store.ts'
import { sealDraft } from '../../rosters/seal-draft.ts'

export type Wish = {
  districtId: string
  source?: string | undefined
  dryRun?: boolean
  acceptAnomalies?: boolean
  /** what looks wrong waits for the office, who may look at it and apply it on screen */
  waits?: boolean
  /** what else looks wrong to whoever brings it */
  doubts?: (story: RosterStory) => boolean
}
export type Imported = { import: string | undefined; applied: boolean; story: RosterStory }

/** What a file alone does not say: what the district calls its columns, and which day it is there. */
export const readHere = async (db: Transaction) => ({
  mapping: await columnsOfDistrict(db),
  today: await dayHere(db),
})

/** Reads a roster where it lies and applies it, unless it is only to be looked at or something looks wrong. */
export async function importBrought(
  ground: Ground,
  brought: Brought,
  format: RosterFormat | undefined,
  wish: Wish,
): Promise<Imported> {
  const why = { reason: 'read a roster', districtId: wish.districtId }
  const here = await asTheSystem(ground, why, ({ db }) => readHere(db))
  const roster = await readRoster(brought, format, here)
  return importRead(ground, { roster, name: brought.name, digest: await digestOf(brought) }, wish)
}

/** An old file may be right; it is never taken without a word, because it takes back what came after it. */
export async function noteOldFile(
  doer: Doer,
  { roster, name, digest }: { roster: Roster; name: string; digest: string },
): Promise<void> {
  const day = await dayBroughtBefore(doer, digest)
  if (day !== undefined)
    roster.oddities.push({ file: name, row: 0, code: 'brought_before', detail: day, count: 1 })
}

export async function importRead(
  ground: Ground,
  { roster, name, digest }: { roster: Roster; name: string; digest: string },
  { districtId, dryRun = false, acceptAnomalies = false, waits = false, doubts, ...wish }: Wish,
): Promise<Imported> {
  const why = { reason: dryRun ? 'look at a roster' : 'import a roster', districtId }
  return asTheSystem(ground, why, async ({ db, now, tell }) => {
    const doer = { db, now, tell, districtId, personId: null }
    const source = wish.source ?? sourceOf(roster.format)
    await lockRosters(doer)
    await noteOldFile(doer, { roster, name, digest })
    if (dryRun) return { import: undefined, applied: false, story: await tellNow(doer, source, roster) }
    const id = newId()
    return whileFollowed(ground, doer, { id, name }, async (note) => {
      const plan = await planNow(doer, source, roster)
      const { story } = plan
      const stops = (story.anomalies.length > 0 && !acceptAnomalies) || (doubts?.(story) ?? false)
      if (stops && !waits) return { import: undefined, applied: false, story }
      await insertImport(doer, { id, source, name, format: roster.format, digest, story })
      if (stops) await keepDraft(doer, id, sealDraft(ground.secret, id, roster))
      else await applyPlan(doer, { id, source, accepts: story.anomalies.map(({ code }) => code), note }, plan)
      return { import: story.changesNothing ? undefined : id, applied: !stops, story }
    })
  })
}
