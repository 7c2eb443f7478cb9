import { open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { importBrought, type Imported, type Wish } from '../interop/rosters/import-brought.ts'
import type { Brought } from '../interop/rosters/roster-bundle.ts'
import { Unreadable } from '../interop/rosters/unreadable.ts'
import { StartRefusal } from '../platform/settings.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { sayIn } from '../platform/words.ts'
import { rosterFormats } from '../rosters/roster.ts'
import { undoImport } from '../rosters/undo-roster.ts'
import { type Facts, type Given, NotUnderstood } from './command.ts'
import { linesOf } from './story-lines.ts'

export async function importRoster(ground: Ground, given: Given, districtId: string): Promise<Facts> {
  const { source } = given
  const [dryRun, acceptAnomalies] = ['dry-run' in given, 'accept-anomalies' in given]
  const wish = { districtId, source, dryRun, acceptAnomalies }
  const done = await importFile(ground, given['file'] ?? '', given['format'], wish)
  return tellImported(done, dryRun)
}

export function tellImported(done: Imported, dryRun: boolean): Facts {
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
  await asTheSystem(ground, why, ({ db, now, tell }) =>
    undoImport({ db, now, tell, districtId, personId: null }, id),
  )
  return { undone: id }
}

/** Reads a roster where it lies and applies it, unless it is only to be looked at or something looks wrong. */
export async function importFile(
  ground: Ground,
  path: string,
  named: string | undefined,
  wish: Wish,
): Promise<Imported> {
  const format = rosterFormats.find((one) => one === named)
  if (named !== undefined && format === undefined)
    throw new NotUnderstood(`--format is one of: ${rosterFormats.join(', ')}.`)
  // whole, because a command runs in Cairn's folder, not where its person stands
  const whole = resolve(path)
  const unread = `There is no file ${whole} that this user can read.`
  const handle = await open(whole).catch((error) => {
    throw new StartRefusal(unread, { cause: error })
  })
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw new StartRefusal(unread)
    const brought: Brought = {
      name: basename(whole),
      size: facts.size,
      read: handle.read.bind(handle),
    }
    return await importBrought(ground, brought, format, wish)
  } catch (error) {
    if (error instanceof Unreadable) throw new StartRefusal(sentenceOf(error), { cause: error })
    throw error
  } finally {
    await handle.close()
  }
}

export const sentenceOf = ({ reason, file, row, columns }: Unreadable) =>
  sayIn('en', `rosters.unreadable-${reason}`, { file, row, columns })
