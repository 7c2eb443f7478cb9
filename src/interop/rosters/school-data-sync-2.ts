import type { Roster, RosterPerson } from '../../rosters/roster.ts'
import { addressOf, dayOf, listOf, short, wordOf } from './cells.ts'
import { beginRoster, keyOf, Once, TableSet, takeAsWhole } from './draft.ts'
import { guardsAs } from './extract-contacts.ts'
import { roleMeant, roleOf } from './oneroster-people.ts'
import type { BundleFile } from './roster-bundle.ts'
import type { Row } from './table.ts'

type Roles = Map<string, { roles: RosterPerson['roles']; grades: string[] }>

/** Microsoft School Data Sync 2 and 2.1: the names of OneRoster, other columns, and a table of relationships. */
export async function readSchoolDataSync2(bundle: readonly BundleFile[]): Promise<Roster> {
  const roster = beginRoster('sds-2')
  const tables = new TableSet(bundle, roster)
  takeAsWhole(roster, ['schools', 'people', 'classes', 'enrollments'])
  if (tables.has('relationships')) takeAsWhole(roster, ['guardianships'])
  if (tables.has('academicSessions')) takeAsWhole(roster, ['terms'])
  const orgs = await readOrgs(tables)
  await readSessions(tables, roster)
  await readClasses(tables, roster)
  const roles = await readRoles(tables)
  const guarding = await readRelationships(tables, roster)
  await readPeople(tables, roster, { roles, guarding })
  await readEnrollments(tables, roster)
  const used = new Set(roster.classes.map(({ schoolKey }) => schoolKey))
  for (const { type, ...org } of orgs) if (type === 'school' || used.has(org.key)) roster.schools.push(org)
  tables.noteIgnored()
  return roster
}

async function readOrgs(tables: TableSet) {
  const orgs: (Roster['schools'][number] & { type: string })[] = []
  const seen = new Set<string>()
  for await (const row of tables.rows('orgs', ['*sourcedId', '*name', 'type', 'parentSourcedId'])) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key !== undefined)
      orgs.push({ ...row.at, key, name: short(row.get('name')) || key, type: wordOf(row, 'type') })
  }
  return orgs
}

async function readSessions(tables: TableSet, roster: Roster): Promise<void> {
  const seen = new Set<string>()
  const columns = ['*sourcedId', 'title', 'type', 'schoolYear', '*startDate', '*endDate']
  for await (const row of tables.rows('academicSessions', columns, true)) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key === undefined) continue
    const [opensOn, closesOn] = [dayOf(row, 'startDate'), dayOf(row, 'endDate')]
    if (opensOn === '' || closesOn === '') row.reject('not_a_date', key)
    else if (closesOn < opensOn) row.reject('dates_reversed', key)
    else
      roster.terms.push({
        ...row.at,
        key,
        name: short(row.get('title')) || key,
        opensOn,
        closesOn,
        parentKey: '',
      })
  }
}

async function readClasses(tables: TableSet, roster: Roster): Promise<void> {
  const seen = new Set<string>()
  const columns = ['*sourcedId', '*orgSourcedId', '*title', 'sessionSourcedIds', 'courseSourcedId', 'code']
  for await (const row of tables.rows('classes', columns)) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key === undefined) continue
    const name = short(row.get('title')) || key
    const [schoolKey, termKeys] = [row.get('orgSourcedId'), listOf(row.get('sessionSourcedIds'))]
    roster.classes.push({ ...row.at, key, name, schoolKey, termKeys, opensOn: '', closesOn: '' })
  }
}

function keepRole(
  row: Row,
  roles: Roles,
  key: string,
  said: { raw: string; schools: string[]; grade: string },
): void {
  const role = roleOf(row, said.raw)
  if (role === undefined) return row.reject('unknown_role', `${key}: ${said.raw}`)
  const known = roles.get(key) ?? { roles: [], grades: [] }
  roles.set(key, known)
  const [opensOn, closesOn] = [dayOf(row, 'roleStartDate'), dayOf(row, 'roleEndDate')]
  for (const schoolKey of said.schools.length === 0 ? [''] : said.schools)
    known.roles.push({ role, schoolKey, opensOn, closesOn })
  if (role === 'student' && said.grade !== '') known.grades.push(said.grade)
}

/** Roles of another year end; the person and the enrollments say who is here, so their days are not asked. */
async function readRoles(tables: TableSet): Promise<Roles> {
  const roles: Roles = new Map()
  const columns =
    '*userSourcedId *orgSourcedId *role sessionSourcedId grade isPrimary roleStartDate roleEndDate'.split(' ')
  for await (const row of tables.rows('roles', columns, true)) {
    const said = { raw: row.get('role'), schools: [row.get('orgSourcedId')], grade: row.get('grade') }
    keepRole(row, roles, row.get('userSourcedId'), said)
  }
  return roles
}

async function readPeople(
  tables: TableSet,
  roster: Roster,
  { roles, guarding }: { roles: Roles; guarding: ReadonlySet<string> },
): Promise<void> {
  const seen = new Set<string>()
  const columns =
    '*sourcedId orgSourcedIds givenName familyName username password role grade activeDirectoryMatchId email phone sms'.split(
      ' ',
    )
  for await (const row of tables.rows('users', columns)) {
    const key = keyOf(row, 'sourcedId', seen)
    if (key === undefined) continue
    if (row.get('password') !== '') row.odd('passwords_ignored', '')
    const own = { raw: row.get('role'), schools: listOf(row.get('orgSourcedIds')), grade: row.get('grade') }
    if (own.raw !== '') keepRole(row, roles, key, own)
    const held = roles.get(key)
    const [given, family] = [short(row.get('givenName')), short(row.get('familyName'))]
    const isNameless = given === '' && family === ''
    if (isNameless) row.odd('names_missing', key)
    roster.people.push({
      ...row.at,
      key,
      given: isNameless ? row.get('username') || key : given || family,
      family: given === '' ? '' : family,
      usualGiven: '',
      usualFamily: '',
      grades: held?.grades.slice(-1) ?? [],
      email: addressOf(row, 'email'),
      username: row.get('username'),
      master: '',
      identifiers: [row.get('activeDirectoryMatchId')].filter(Boolean),
      roles: held?.roles ?? (guarding.has(key) ? asGuardian : []),
    })
  }
}

async function readEnrollments(tables: TableSet, roster: Roster): Promise<void> {
  const once = new Once()
  for await (const row of tables.rows('enrollments', ['*classSourcedId', '*userSourcedId', '*role'])) {
    const role = roleMeant(row.get('role'))
    if (role !== 'student' && role !== 'teacher') {
      row.odd('role_without_class', row.get('role'))
      continue
    }
    const classKey = once.of(row.get('classSourcedId'))
    const personKey = once.of(row.get('userSourcedId'))
    roster.enrollments.push({ ...row.at, key: '', classKey, personKey, role, opensOn: '', closesOn: '' })
  }
}

const asGuardian = [{ role: 'guardian' as const, schoolKey: '', opensOn: '', closesOn: '' }]

/**
 * Whoever is named as a parent, guardian or relative here guards, whatever role the tables of people gave them, or
 * none; the format knows aides, doctors, the child and others too, who do not.
 */
async function readRelationships(tables: TableSet, roster: Roster): Promise<Set<string>> {
  const guarding = new Set<string>()
  const columns = ['*userSourcedId', '*relationshipUserSourcedId', 'relationshipRole']
  for await (const row of tables.rows('relationships', columns, true)) {
    const [learnerKey, guardianKey] = [row.get('userSourcedId'), row.get('relationshipUserSourcedId')]
    const relationship = row.get('relationshipRole').toLowerCase()
    if (relationship !== '' && !guardsAs(relationship)) {
      row.odd('not_a_guardian', relationship)
      continue
    }
    roster.guardianships.push({ ...row.at, learnerKey, guardianKey, relationship, maySee: true })
    guarding.add(guardianKey)
  }
  return guarding
}
