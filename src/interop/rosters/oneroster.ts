import { note } from '../../rosters/roster-plan.ts'
import type { Roster } from '../../rosters/roster.ts'
import { booleanOf, dayOf, listOf, short, wordOf } from './cells.ts'
import { beginRoster, keyOf, Once } from './draft.ts'
import { type Manifest, type OneRosterFile, readManifest, setModes } from './oneroster-manifest.ts'
import { readPeople, roleMeant } from './oneroster-people.ts'
import type { BundleFile } from './roster-bundle.ts'
import { type Columns, readTable, type Row } from './table.ts'

/** OneRoster 1.1 and 1.2, CSV binding: bulk and delta, file by file. */
export async function readOneRoster(bundle: readonly BundleFile[]): Promise<Roster> {
  const roster = beginRoster('oneroster-1.2')
  const manifest = await readManifest(bundle, roster)
  roster.format = `oneroster-${manifest.version}`
  setModes(roster, manifest)
  const orgs = await readOrgs(manifest, roster)
  await readSessions(manifest, roster)
  const courses = await readCourses(manifest, roster)
  await readClasses(manifest, roster, courses)
  await readPeople(manifest, roster)
  await readEnrollments(manifest, roster)
  keepSchools(roster, orgs)
  return roster
}

type Org = Roster['schools'][number] & { type: string; parentKey: string }

export function rowsOf(
  manifest: Manifest,
  name: OneRosterFile,
  columns: Columns,
  roster: Roster,
): AsyncIterable<Row> {
  const known = manifest.files.get(name)
  return known ? readTable(known.file, columns, roster) : nothing()
}

async function* nothing(): AsyncGenerator<Row> {}

/** Bulk says nothing here; in a delta the row came, or it is gone. Old drafts said `inactive`. */
export function isGone(manifest: Manifest, name: OneRosterFile, row: Row): boolean {
  const status = row.get('status')
  if (status === '') return false
  const plain = status.toLowerCase()
  const gone = plain === 'tobedeleted' || plain === 'inactive'
  if (!gone && plain !== 'active') row.odd('status_unknown', status)
  else if (plain === 'inactive' || status !== plain) row.odd('value_case', `status: ${status}`)
  if (manifest.files.get(name)?.mode === 'bulk') row.odd('status_in_bulk', status)
  return gone
}

async function readOrgs(manifest: Manifest, roster: Roster): Promise<Map<string, Org>> {
  const orgs = new Map<string, Org>()
  const seen = new Set<string>()
  const columns = [
    '*sourcedId',
    'status',
    'dateLastModified',
    '*name',
    '*type',
    'identifier',
    'parentSourcedId=parentSourcedId|parent',
  ]
  for await (const row of rowsOf(manifest, 'orgs', columns, roster)) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key === undefined) continue
    const name = short(row.get('name')) || key
    const gone = isGone(manifest, 'orgs', row)
    orgs.set(key, {
      ...row.at,
      key,
      name,
      gone,
      type: wordOf(row, 'type'),
      parentKey: row.get('parentSourcedId'),
    })
  }
  if (roster.modes.schools === 'bulk') noteParents(roster, orgs)
  return orgs
}

/** Each is gone through once, however long the chain is that it is part of. */
function noteParents({ oddities }: Roster, orgs: Map<string, Org>): void {
  const seen = new Set<Org>()
  for (const first of orgs.values()) {
    const above = new Set<string>()
    for (let org: Org | undefined = first; org && !seen.has(org); org = orgs.get(org.parentKey)) {
      seen.add(org)
      above.add(org.key)
      const { key, parentKey } = org
      const code = above.has(parentKey) ? 'goes_in_circles' : 'unknown_parent'
      if (above.has(parentKey) || (parentKey !== '' && !orgs.has(parentKey)))
        note(oddities, { ...org, code, detail: `${key} → ${parentKey}` })
    }
  }
}

/** Schools, and whatever else a class says it belongs to. */
function keepSchools(roster: Roster, orgs: Map<string, Org>): void {
  const used = new Set(roster.classes.map(({ schoolKey }) => schoolKey))
  for (const { type, parentKey: _, ...org } of orgs.values()) {
    if (type === 'school' || used.has(org.key)) roster.schools.push(org)
  }
}

async function readSessions(manifest: Manifest, roster: Roster): Promise<void> {
  const seen = new Set<string>()
  const columns =
    '*sourcedId status dateLastModified title type *startDate *endDate parentSourcedId=parentSourcedId|parent schoolYear'.split(
      ' ',
    )
  for await (const row of rowsOf(manifest, 'academicSessions', columns, roster)) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key === undefined) continue
    const [opensOn, closesOn] = [dayOf(row, 'startDate'), dayOf(row, 'endDate')]
    if (opensOn === '' || closesOn === '') row.reject('not_a_date', key)
    else if (closesOn < opensOn) row.reject('dates_reversed', key)
    else {
      const gone = isGone(manifest, 'academicSessions', row)
      const name = short(row.get('title')) || key
      roster.terms.push({
        ...row.at,
        key,
        name,
        gone,
        opensOn,
        closesOn,
        parentKey: row.get('parentSourcedId'),
      })
    }
  }
}

async function readCourses(manifest: Manifest, roster: Roster): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const columns =
    '*sourcedId status dateLastModified schoolYearSourcedId=schoolYearSourcedId|schoolYear title courseCode grades orgSourcedId=orgSourcedId|org subjects subjectCodes'.split(
      ' ',
    )
  for await (const row of rowsOf(manifest, 'courses', columns, roster)) {
    titles.set(row.get('sourcedId'), short(row.get('title')))
  }
  return titles
}

async function readClasses(manifest: Manifest, roster: Roster, courses: Map<string, string>): Promise<void> {
  const seen = new Set<string>()
  const columns =
    '*sourcedId status dateLastModified title grades courseSourcedId=courseSourcedId|course classCode classType location *schoolSourcedId=schoolSourcedId|school termSourcedIds=termSourcedIds|terms subjects subjectCodes periods'.split(
      ' ',
    )
  for await (const row of rowsOf(manifest, 'classes', columns, roster)) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key === undefined) continue
    wordOf(row, 'classType')
    const gone = isGone(manifest, 'classes', row)
    const name = short(row.get('title')) || courses.get(row.get('courseSourcedId')) || key
    const termKeys = listOf(row.get('termSourcedIds'))
    const schoolKey = row.get('schoolSourcedId')
    roster.classes.push({ ...row.at, key, name, gone, schoolKey, termKeys, opensOn: '', closesOn: '' })
  }
}

async function readEnrollments(manifest: Manifest, roster: Roster): Promise<void> {
  const once = new Once()
  const seen = new Set<string>()
  const columns =
    'sourcedId status dateLastModified *classSourcedId=classSourcedId|class schoolSourcedId=schoolSourcedId|school *userSourcedId=userSourcedId|user *role primary beginDate endDate'.split(
      ' ',
    )
  for await (const row of rowsOf(manifest, 'enrollments', columns, roster)) {
    const key = row.has('sourcedId') ? keyOf(row, 'sourcedId', seen) : ''
    if (key === undefined) continue
    const gone = isGone(manifest, 'enrollments', row)
    booleanOf(row, 'primary', false)
    const said = roleMeant(wordOf(row, 'role'))
    // of what is gone some say no more than its id
    const role = gone && row.get('role') === '' ? 'student' : said
    if (role !== 'student' && role !== 'teacher') {
      row.odd('role_without_class', row.get('role'))
      continue
    }
    const one = {
      ...row.at,
      key,
      classKey: once.of(row.get('classSourcedId')),
      personKey: once.of(row.get('userSourcedId')),
      role,
      opensOn: once.of(dayOf(row, 'beginDate')),
      closesOn: once.of(dayOf(row, 'endDate')),
    }
    roster.enrollments.push(gone ? { ...one, gone } : one)
  }
}
