import type { Roster, RosterPerson } from '../../rosters/roster.ts'
import { bornMark, plainName } from '../../rosters/roster.ts'
import { addressOf, dayOf, short } from './cells.ts'
import { AtSchools, beginRoster, keepSchool, keyOf, nobody, Once, TableSet, takeAsWhole } from './draft.ts'
import { roleMeant, roleOf } from './oneroster-people.ts'
import type { BundleFile } from './roster-bundle.ts'

/**
 * The five files that districts of British Columbia write every night out of MyEducation BC ("Advanced CSV"). All
 * five or none: a set without one of them would take people out of their classes.
 */
export async function readAdvancedCsv(bundle: readonly BundleFile[]): Promise<Roster> {
  const roster = beginRoster('advanced-csv')
  const tables = new TableSet(bundle, roster)
  const seen = new Set<string>()
  await readStudents(tables, roster, seen)
  await readStaff(tables, roster, seen)
  await readFamily(tables, roster)
  await readClasses(tables, roster)
  await readEnrollments(tables, roster)
  takeAsWhole(roster, ['schools', 'people', 'classes', 'enrollments', 'guardianships'])
  tables.noteIgnored()
  // each file of a set as it should be begins with one
  roster.oddities = roster.oddities.filter(({ code }) => code !== 'byte_order_mark')
  return roster
}

const studentColumns = [
  '*User ID',
  '*Student Number',
  '*First Name',
  '*Last Name',
  'Date of Birth',
  '*Grade',
  '*EnrollStatus=EnrollStatus|EnrolStatus',
  '*SchoolCode',
  'Homeroom',
  'PreRegSchoolCode',
  'Preferred First Name',
  'Preferred Last Name',
  'Community Hours',
  'Literacy Test Completed',
  '*Email Address',
]

async function readStudents(tables: TableSet, roster: Roster, seen: Set<string>): Promise<void> {
  const students = new AtSchools(roster, seen)
  for await (const row of tables.rows('Students', studentColumns)) {
    const schoolKey = row.get('SchoolCode')
    keepSchool(roster, row.at, schoolKey)
    const status = row.get('EnrollStatus')
    const isHere = /^(?:active|pre-?reg)/i.test(status)
    if (!isHere && !/^inactive/i.test(status)) row.odd('status_left', `EnrollStatus: ${status}`)
    students.take(row, 'User ID', (key) => ({
      ...row.at,
      ...nobody,
      key,
      gone: !isHere,
      given: short(row.get('First Name')) || key,
      family: short(row.get('Last Name')),
      usualGiven: short(row.get('Preferred First Name')),
      usualFamily: short(row.get('Preferred Last Name')),
      grades: [row.get('Grade')].filter(Boolean),
      email: addressOf(row, 'Email Address'),
      identifiers: [row.get('Student Number')].filter(Boolean),
      born: bornMark(dayOf(row, 'Date of Birth')),
      roles: [{ role: 'student', schoolKey, opensOn: '', closesOn: '' }],
    }))
  }
  students.end()
}

/** Somebody at two schools stands in it twice, with one id. */
async function readStaff(tables: TableSet, roster: Roster, seen: Set<string>): Promise<void> {
  const columns = ['*User ID', '*First Name', '*Last Name', '*Email', '*Role', '*School ID']
  const staff = new Map<string, RosterPerson>()
  for await (const row of tables.rows('Staff', columns)) {
    const [said, schoolKey] = [row.get('Role'), row.get('School ID')]
    const role = said === '' ? 'staff' : roleOf(row, said)
    if (role === undefined) row.reject('unknown_role', `${row.get('User ID')}: ${said}`)
    const held = role ? [{ role, schoolKey, opensOn: '', closesOn: '' }] : []
    keepSchool(roster, row.at, schoolKey)
    const known = staff.get(row.get('User ID'))
    if (known) {
      known.roles.push(...held)
      continue
    }
    const key = keyOf(row, 'User ID', seen)
    if (key === undefined) continue
    const given = short(row.get('First Name')) || key
    const family = short(row.get('Last Name'))
    const one = { ...row.at, ...nobody, key, given, family, email: addressOf(row, 'Email'), roles: held }
    staff.set(key, one)
  }
  for (const one of staff.values()) roster.people.push(one)
}

/** Guardians have no id: one e-mail and one name is one person; without an e-mail, one for each child. */
async function readFamily(tables: TableSet, roster: Roster): Promise<void> {
  const known = new Set<string>()
  const columns = ['*First Name', '*Last Name', '*Email', '*Student User ID']
  for await (const row of tables.rows('Family', columns)) {
    const [given, family] = [short(row.get('First Name')), short(row.get('Last Name'))]
    const [email, learnerKey] = [addressOf(row, 'Email'), row.get('Student User ID')]
    if (learnerKey === '' || (given === '' && family === '')) {
      row.reject(learnerKey === '' ? 'no_id' : 'no_name', learnerKey)
      continue
    }
    const who = email === '' ? `child ${learnerKey}` : email.toLowerCase()
    const key = `family ${who} ${plainName(given)} ${plainName(family)}`
    if (!known.has(key)) {
      known.add(key)
      const roles = [{ role: 'guardian' as const, schoolKey: '', opensOn: '', closesOn: '' }]
      roster.people.push({
        ...row.at,
        ...nobody,
        key,
        given: given || family,
        family: given === '' ? '' : family,
        email,
        roles,
      })
    }
    roster.guardianships.push({
      ...row.at,
      learnerKey,
      guardianKey: key,
      relationship: 'guardian',
      maySee: true,
    })
  }
}

async function readClasses(tables: TableSet, roster: Roster): Promise<void> {
  const seen = new Set<string>()
  const columns = ['*Class ID', '*Name', 'Grade', '*School ID', 'Start Date', 'End Date']
  for await (const row of tables.rows('Classes', columns)) {
    const key = keyOf(row, 'Class ID', seen)
    if (key === undefined) continue
    const schoolKey = row.get('School ID')
    keepSchool(roster, row.at, schoolKey)
    const [opensOn, closesOn] = [dayOf(row, 'Start Date'), dayOf(row, 'End Date')]
    const name = short(row.get('Name')) || key
    roster.classes.push({ ...row.at, key, name, schoolKey, termKeys: [], opensOn, closesOn })
  }
}

async function readEnrollments(tables: TableSet, roster: Roster): Promise<void> {
  const once = new Once()
  for await (const row of tables.rows('Enrollments', ['*Class ID', '*User ID', '*Role', '*School ID'])) {
    const role = roleMeant(row.get('Role'))
    if (role !== 'student' && role !== 'teacher') {
      row.odd('role_without_class', row.get('Role'))
      continue
    }
    const [classKey, personKey] = [once.of(row.get('Class ID')), once.of(row.get('User ID'))]
    roster.enrollments.push({ ...row.at, key: '', classKey, personKey, role, opensOn: '', closesOn: '' })
  }
}
