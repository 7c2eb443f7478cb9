import { StartRefusal } from '../platform/settings.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { allDistricts } from '../schools/roster-store.ts'

/** What was typed is not a command, or not one of its options or their values: exit code 2. */
export class NotUnderstood extends StartRefusal {}

/** What was typed after a command, by the name of the option. */
export type Given = Readonly<Record<string, string | undefined>>
export type Facts = Record<string, unknown>
export type Command<Run> = {
  about: string
  needs: readonly string[]
  may: readonly string[]
  /** what is said or not said, without a value */
  flags?: readonly string[]
  /** what is typed without a name before it */
  takes?: string
  run: Run
}
export function within<T>(
  ground: Ground,
  districtId: string,
  work: (context: SystemContext) => Promise<T>,
): Promise<T> {
  return asTheSystem(ground, { reason: 'from the command line', districtId }, work)
}

export const noDistrict =
  'There is no district yet. "npm run cairn -- help add-district" shows how one is made, with its first administrator.'

/** The one there is, or the one that was named. */
export async function districtOf(ground: Ground, given: Given): Promise<string> {
  const known = await allDistricts(ground.database)
  const wanted = given['district'] ?? (known.length === 1 ? known[0] : undefined)
  if (wanted !== undefined && known.includes(wanted)) return wanted
  throw new StartRefusal(
    known.length === 0
      ? noDistrict
      : 'Say which district, with --district and its id. "npm run cairn -- list" shows them.',
  )
}

export function want(given: Given, name: string): string {
  const value = given[name]
  if (value === undefined) throw new StartRefusal(`--${name} is missing.`)
  return value
}
