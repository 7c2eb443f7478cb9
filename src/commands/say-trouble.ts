import { Unreadable } from '../interop/rosters/unreadable.ts'
import { diskFull, saysDiskFull } from '../postgres/data-folder.ts'
import { asRefusal } from '../platform/http-errors.ts'
import { Refusal } from '../platform/refusal.ts'
import { StartRefusal } from '../platform/settings.ts'
import { NotUnderstood } from './command.ts'

const seeList = '"npm run cairn -- list" shows'

const refusals: Record<string, string> = {
  later_import: 'A later import stands on this one. Undo the later one first.',
  id_taken: 'Somebody signs in with that name already. Choose another --username.',
  not_found: `There is nothing of that name or id in this district. ${seeList} what there is.`,
  try_again: 'The database went away meanwhile, so nothing was changed. Do it again in a moment.',
}

/** What a program reads, and a sentence for the person at the keyboard. */
export type Trouble = { code: string; sentence: string; understood: boolean }
type Said = Omit<Trouble, 'understood'>

/** What PostgreSQL says of a value that was typed. */
const mistyped: Record<string, string> = {
  '22P02': `One of the ids is not an id. ${seeList} them.`,
  '22007': 'A day looks like 2026-09-08.',
  '22008': 'A day looks like 2026-09-08.',
}

const otherVersion = {
  code: 'other_version',
  sentence:
    'The database is not the one that this version of Cairn works with. Start Cairn first, which brings it there, or run the command of the Cairn that runs.',
}

const troubles: Record<string, Said> = {
  '23503': { code: 'not_found', sentence: `One of the ids names nothing in this district. ${seeList} them.` },
  '23514': { code: 'days_do_not_fit', sentence: 'The last day is before the first.' },
  '42883': otherVersion,
  '42703': otherVersion,
  '42P01': otherVersion,
}

/** What went wrong, and whether what was typed was understood. */
export function troubleOf(error: unknown, dataFolder: string): Trouble {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  const wrong = mistyped[String(code)]
  if (wrong !== undefined) return { code: 'not_understood', sentence: wrong, understood: false }
  if (error instanceof NotUnderstood)
    return { code: 'not_understood', sentence: error.message, understood: false }
  const said =
    syscall === 'connect' ? connectTrouble(String(code), dataFolder) : saidOf(error, String(code), dataFolder)
  return { ...said, understood: true }
}

function codeOf({ cause }: StartRefusal): string {
  if (cause instanceof Unreadable) return cause.reason
  return saysDiskFull(cause) ? 'storage_full' : 'not_possible'
}

function saidOf(error: unknown, code: string, dataFolder: string): Said {
  if (error instanceof StartRefusal) return { code: codeOf(error), sentence: error.message }
  if (saysDiskFull(error)) return { code: 'storage_full', sentence: diskFull(dataFolder) }
  const known = troubles[code]
  if (known !== undefined) return known
  const refusal = asRefusal(error)
  const sentence =
    refusals[refusal.code] ??
    (error instanceof Refusal
      ? `Missing: ${String(error.values?.['fields'] ?? error.code)}.`
      : `It did not work: ${(error as Error).message}`)
  return { code: refusal.code, sentence }
}

/** The built-in database listens in its own folder, which only the user who runs Cairn may enter. */
const connectTrouble = (code: string, dataFolder: string): Said =>
  code === 'EACCES' || code === 'EPERM'
    ? {
        code: 'not_allowed',
        sentence: `Only the user who runs Cairn on ${dataFolder} may do this. Run the command as that user.`,
      }
    : {
        code: 'not_running',
        sentence: `No Cairn is running on ${dataFolder}. Start it first, or set CAIRN_DATA to the folder of the one that runs.`,
      }
