import { bornMark, type Roster, type RosterPerson, type RosterRole } from '../../rosters/roster.ts'
import { addressOf, dayOf, short } from './cells.ts'
import { AtSchools, beginRoster, keyOf, nobody, Once, TableSet, takeAsWhole } from './draft.ts'
import { guardsAs } from './extract-contacts.ts'
import type { BundleFile } from './roster-bundle.ts'
import type { Row } from './table.ts'

/** Microsoft School Data Sync, first format: School, Section, Student, Teacher and who is where; also as the UK spells it. */
export async function readSchoolDataSync1(bundle: readonly BundleFile[]): Promise<Roster> {
  const roster = beginRoster('sds-1')
  const tables = new TableSet(bundle, roster)
  await readSchools(tables, roster)
  await readSections(tables, roster)
  const seen = new Set<string>()
  await readPeople(tables, roster, 'Student', seen)
  await readPeople(tables, roster, 'Teacher', seen)
  await readEnrollments(tables, roster, 'StudentEnrollment', 'student')
  await readEnrollments(tables, roster, 'TeacherRoster', 'teacher')
  takeAsWhole(roster, ['schools', 'people', 'classes', 'enrollments'])
  if (tables.has('GuardianRelationship')) await readGuardians(tables, roster)
  tables.noteIgnored()
  return roster
}

async function readSchools(tables: TableSet, roster: Roster): Promise<void> {
  const seen = new Set<string>()
  const columns = ['*id=SIS ID|DfE Number', '*name=Name', ...ignored('School')]
  for await (const row of tables.rows('School', columns)) {
    const key = keyOf(row, 'id', seen)
    if (key !== undefined) roster.schools.push({ ...row.at, key, name: short(row.get('name')) || key })
  }
}

async function readSections(tables: TableSet, roster: Roster): Promise<void> {
  const seen = new Set<string>()
  const columns = [
    '*id=SIS ID|ID',
    '*school=School SIS ID|School DfE Number',
    '*name=Section Name',
    'course=Course Name',
    'opens=Term StartDate',
    'closes=Term EndDate',
    'status=Status',
    ...ignored('Section'),
  ]
  for await (const row of tables.rows('Section', columns)) {
    const key = keyOf(row, 'id', seen)
    if (key === undefined) continue
    const [opensOn, closesOn] = [dayOf(row, 'opens'), dayOf(row, 'closes')]
    const name = short(row.get('name') || row.get('course')) || key
    const gone = isInactive(row)
    roster.classes.push({
      ...row.at,
      key,
      name,
      gone,
      schoolKey: row.get('school'),
      termKeys: [],
      opensOn,
      closesOn,
    })
  }
}

async function readPeople(
  tables: TableSet,
  roster: Roster,
  table: 'Student' | 'Teacher',
  seen: Set<string>,
): Promise<void> {
  const role: RosterRole = table === 'Student' ? 'student' : 'teacher'
  const columns = [
    '*id=SIS ID|ID',
    '*school=School SIS ID|School DfE Number',
    'given=First Name|Forename',
    'family=Last Name|Surname',
    'username=Username',
    'password=Password',
    'email=Secondary Email',
    'number=Student Number|Teacher Number',
    'grade=Grade',
    'born=Birthdate',
    'status=Status',
    ...ignored(table),
  ]
  const people = new AtSchools(roster, seen)
  for await (const row of tables.rows(table, columns)) {
    if (row.get('password') !== '') row.odd('passwords_ignored', '')
    const held = { role, schoolKey: row.get('school'), opensOn: '', closesOn: '' }
    people.take(row, 'id', (key) => personOf(row, key, held))
  }
  people.end()
}

function personOf(row: Row, key: string, role: RosterPerson['roles'][number]): RosterPerson {
  const [given, family] = [short(row.get('given')), short(row.get('family'))]
  const isNameless = given === '' && family === ''
  if (isNameless) row.odd('names_missing', key)
  return {
    ...row.at,
    key,
    gone: isInactive(row),
    given: isNameless ? row.get('username') || key : given || family,
    family: given === '' ? '' : family,
    usualGiven: '',
    usualFamily: '',
    grades: [row.get('grade')].filter(Boolean),
    email: addressOf(row, 'email'),
    username: row.get('username'),
    master: '',
    identifiers: [row.get('number')].filter(Boolean),
    born: bornMark(dayOf(row, 'born')),
    roles: [role],
  }
}

const isInactive = (row: Row) => /^(?:inactive|deleted?|withdrawn)$/i.test(row.get('status'))

async function readEnrollments(
  tables: TableSet,
  roster: Roster,
  table: string,
  role: 'student' | 'teacher',
): Promise<void> {
  const once = new Once()
  for await (const row of tables.rows(table, [
    '*class=Section SIS ID|Section ID',
    '*person=SIS ID|ID|Student SIS ID|Teacher SIS ID',
  ])) {
    const classKey = once.of(row.get('class'))
    const personKey = once.of(row.get('person'))
    roster.enrollments.push({ ...row.at, key: '', classKey, personKey, role, opensOn: '', closesOn: '' })
  }
}

/** Guardians are known by their address alone; what they are called stands in a table of its own, or nowhere. */
async function readGuardians(tables: TableSet, roster: Roster): Promise<void> {
  takeAsWhole(roster, ['guardianships'])
  const names = new Map<string, { given: string; family: string }>()
  for await (const row of tables.rows(
    'User',
    ['*email=Email', 'given=First Name', 'family=Last Name', 'Phone', 'SIS ID'],
    true,
  ))
    names.set(addressOf(row, 'email').toLowerCase(), {
      given: short(row.get('given')),
      family: short(row.get('family')),
    })
  const seen = new Set<string>()
  for await (const row of tables.rows('GuardianRelationship', [
    '*student=SIS ID|ID',
    '*email=Email',
    'role=Role',
  ])) {
    const [learnerKey, email] = [row.get('student'), addressOf(row, 'email').toLowerCase()]
    if (learnerKey === '' || email === '') {
      row.reject('no_id', learnerKey || email)
      continue
    }
    const guardianKey = `guardian ${email}`
    const relationship = row.get('role').toLowerCase() || 'guardian'
    if (!guardsAs(relationship)) {
      row.odd('not_a_guardian', relationship)
      continue
    }
    roster.guardianships.push({ ...row.at, learnerKey, guardianKey, relationship, maySee: true })
    if (seen.has(email)) continue
    seen.add(email)
    const { given, family } = names.get(email) ?? { given: '', family: '' }
    const called = given || family
    if (called === '') row.odd('names_missing', email)
    const roles = [{ role: 'guardian' as const, schoolKey: '', opensOn: '', closesOn: '' }]
    const name = { given: called || email, family: given === '' ? '' : family }
    roster.people.push({ ...row.at, ...nobody, ...name, key: guardianKey, email, roles })
  }
}

/** Columns of the format that a portfolio has no business with; they are known, and not read. */
const unread = {
  School:
    'School Number|School NCES_ID|State ID|Grade Low|Grade High|Principal SIS ID|Principal Name|Principal Secondary Email|Address|City|State|Country|Zip|Postal Code|Phone|Zone',
  Section:
    'Section Number|Term SIS ID|Term Name|Course SIS ID|Course Number|Course Description|Course Subject|Periods',
  Student: 'State ID|Middle Name|Graduation Year',
  Teacher: 'State ID|Middle Name|Title|Qualification',
}
const ignored = (table: keyof typeof unread) => unread[table].split('|')
