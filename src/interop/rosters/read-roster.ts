import { type Roster, type RosterFormat } from '../../rosters/roster.ts'
import { readAdvancedCsv } from './advanced-csv.ts'
import { readOneRoster } from './oneroster.ts'
import type { ExtractMapping } from '../../feeds/contract.ts'
import { isExtract } from './extract-columns.ts'
import { readExtracts } from './extracts.ts'
import { type BundleFile, type Brought, openBundle } from './roster-bundle.ts'
import { readSchoolDataSync1 } from './school-data-sync-1.ts'
import { readSchoolDataSync2 } from './school-data-sync-2.ts'
import { headingsOf } from './table.ts'
import { Unreadable } from './unreadable.ts'

type Family = 'oneroster' | 'sds-1' | 'sds-2' | 'advanced-csv'

/** Of every one of them something is held until the end. */
const mostPeople = 1_000_000

/** Reads whatever was brought. */
export async function readRoster(brought: Brought, format?: RosterFormat, here: Here = {}): Promise<Roster> {
  const roster = await readFormat(brought, format, here)
  if (roster.people.length > mostPeople) throw new Unreadable('too_large', { file: brought.name })
  return roster
}

type Here = { mapping?: ExtractMapping; today?: string }

/** The names of the files say what it is, and where they do not, their headings. */
async function readFormat(
  brought: Brought,
  format: RosterFormat | undefined,
  { mapping = {}, today = '' }: Here,
): Promise<Roster> {
  const bundle = await openBundle(brought)
  if (format === 'myed-bc' || (format === undefined && isExtract(bundle, mapping)))
    return readExtracts(bundle, mapping, today)
  const family = format?.startsWith('oneroster')
    ? 'oneroster'
    : ((format as Family | undefined) ?? (await familyOf(bundle)))
  if (family === 'oneroster') return readOneRoster(bundle)
  if (family === 'sds-1') return readSchoolDataSync1(bundle)
  if (family === 'sds-2') return readSchoolDataSync2(bundle)
  if (family === 'advanced-csv') return readAdvancedCsv(bundle)
  throw new Unreadable('not_a_roster', { file: brought.name })
}

async function familyOf(bundle: readonly BundleFile[]): Promise<Family | undefined> {
  const names = new Set(bundle.map(({ name }) => name.toLowerCase().replace(/\.\w+$/, '')))
  const users = bundle.find(({ name }) => /^users\.csv$/i.test(name))
  if (names.has('manifest')) return 'oneroster'
  if (users) {
    const headings = (await headingsOf(users)).map((one) => one.toLowerCase())
    if (headings.length === 0) throw new Unreadable('empty', { file: users.name })
    return headings.includes('enableduser') || headings.includes('status') ? 'oneroster' : 'sds-2'
  }
  const has = (name: string) => names.has(name) || names.has(`${name}s`)
  if (has('studentenrollment') || (has('section') && has('school'))) return 'sds-1'
  if (names.has('students') && names.has('staff')) return 'advanced-csv'
  if (['orgs', 'classes', 'enrollments', 'academicsessions'].some((name) => names.has(name)))
    return 'oneroster'
  return undefined
}
