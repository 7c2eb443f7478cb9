import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { readRoster } from '../interop/rosters/read-roster.ts'
import { type Brought, digestOf } from '../interop/rosters/roster-bundle.ts'
import { Unreadable } from '../interop/rosters/unreadable.ts'
import { newId } from '../platform/new-id.ts'
import { StartRefusal } from '../platform/settings.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { sayIn } from '../platform/words.ts'
import { applyPlan, planNow } from '../rosters/apply-roster.ts'
import { insertImport, lockRosters } from '../rosters/import-store.ts'
import { type RosterFormat, rosterFormats, sourceOf } from '../rosters/roster.ts'
import type { RosterStory } from '../rosters/roster-story.ts'
import { undoImport } from '../rosters/undo-roster.ts'
import type { Facts, Given } from './roster-commands.ts'
import { linesOf } from './story-lines.ts'

type ImportWish = {
  districtId: string
  format: string | undefined
  source: string | undefined
  dryRun: boolean
  acceptAnomalies: boolean
}
type Imported = { import: string | undefined; applied: boolean; story: RosterStory }

export async function importRoster(ground: Ground, given: Given, districtId: string): Promise<Facts> {
  const { format, source } = given
  const [dryRun, acceptAnomalies] = ['dry-run' in given, 'accept-anomalies' in given]
  const wish = { districtId, format, source, dryRun, acceptAnomalies }
  const done = await importFile(ground, given['file'] ?? '', wish)
  const stopped = !done.applied && !dryRun
  return { ...done, stopped, lines: [...linesOf(done.story), '', endingOf(done, dryRun)] }
}

function endingOf({ applied, import: id }: Imported, dryRun: boolean): string {
  if (dryRun) return 'This was a dry run: nothing was changed.'
  if (!applied) return 'Nothing was changed. If this is right, say --accept-anomalies.'
  return id === undefined ? 'Nothing had to change.' : `Done. To take it back: undo-import --import ${id}`
}

export async function undoRoster(ground: Ground, given: Given, districtId: string): Promise<Facts> {
  const id = given['import'] ?? ''
  const why = { reason: 'undo an import', districtId }
  await asTheSystem(ground, why, ({ db, now }) => undoImport({ db, now, districtId, personId: null }, id))
  return { undone: id }
}

/** Reads a roster where it lies and applies it, unless it is only to be looked at or something looks wrong. */
async function importFile(ground: Ground, path: string, wish: ImportWish): Promise<Imported> {
  const format = rosterFormats.find((one) => one === wish.format)
  if (wish.format !== undefined && format === undefined)
    throw new StartRefusal(`--format is one of: ${rosterFormats.join(', ')}.`)
  const handle = await open(path).catch(() => {
    throw new StartRefusal(`There is no file ${path} that can be read.`)
  })
  try {
    const brought: Brought = {
      name: basename(path),
      size: (await handle.stat()).size,
      read: handle.read.bind(handle),
    }
    return await importBrought(ground, brought, format, wish)
  } catch (error) {
    if (error instanceof Unreadable) throw new StartRefusal(sentenceOf(error))
    throw error
  } finally {
    await handle.close()
  }
}

async function importBrought(
  ground: Ground,
  brought: Brought,
  format: RosterFormat | undefined,
  wish: ImportWish,
): Promise<Imported> {
  const roster = await readRoster(brought, format)
  const digest = await digestOf(brought)
  const { districtId } = wish
  const why = { reason: wish.dryRun ? 'look at a roster' : 'import a roster', districtId }
  return asTheSystem(ground, why, async ({ db, now }) => {
    const doer = { db, now, districtId, personId: null }
    const source = wish.source ?? sourceOf(roster.format)
    await lockRosters(doer)
    const plan = await planNow(doer, source, roster)
    const { story } = plan
    const stops = story.anomalies.length > 0 && !wish.acceptAnomalies
    if (wish.dryRun || stops) return { import: undefined, applied: false, story }
    const id = newId()
    await insertImport(doer, { id, source, name: brought.name, format: roster.format, digest, story })
    await applyPlan(doer, { id, source, accepts: story.anomalies.map(({ code }) => code) }, plan)
    return { import: story.changesNothing ? undefined : id, applied: true, story }
  })
}

const sentenceOf = ({ reason, file, row }: Unreadable) =>
  sayIn('en', `rosters.unreadable-${reason}`, { file, row })
