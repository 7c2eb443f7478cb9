import { setImmediate as others } from 'node:timers/promises'
import type { ExtractMapping } from '../../feeds/contract.ts'
import { bornMark, gradeOf, type Roster, type RosterPerson } from '../../rosters/roster.ts'
import { rowsAtOnce } from '../../rosters/shrink-rows.ts'
import { addressOf, dayOf, short } from './cells.ts'
import { beginRoster, keepSchool, keyOf, nobody, noteIgnored, nothing, Once, takeAsWhole } from './draft.ts'
import { columnsOf, type ExtractTable, fileOf } from './extract-columns.ts'
import { readContacts } from './extract-contacts.ts'
import { readExtractClasses } from './extract-classes.ts'
import type { BundleFile } from './roster-bundle.ts'
import { readTable, type Row } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** Where a student is. */
type Place = { schoolKey: string; grade: string; homeroom: string; teacher: string; teacherId: string }

/** One reading of the extracts: what was read so far, and whom later tables may name. */
export type Extracts = {
  roster: Roster
  today: string
  homeroomGrades: ReadonlySet<string>
  rows: (table: ExtractTable) => AsyncIterable<Row>
  students: Map<string, Place>
  left: Set<string>
  staff: Map<string, RosterPerson>
  once: Once
}

const usualHomerooms = ['PK', 'K', '1', '2', '3', '4', '5', '6', '7']

/** Raw extracts of MyEducation BC. Students, staff, contacts and timetable, or the set is refused. */
export async function readExtracts(
  bundle: readonly BundleFile[],
  mapping: ExtractMapping,
  today: string,
): Promise<Roster> {
  const roster = beginRoster('myed-bc')
  const used = new Set<string>()
  const rows = (table: ExtractTable) => {
    const file = fileOf(bundle, table, mapping)
    const mayMiss = mapping[table]?.absent === true || table === 'courses' || table === 'classes'
    if (!file && !mayMiss) throw new Unreadable('file_missing', { file: table })
    if (file) used.add(file.name)
    return file ? readTable(file, columnsOf(table, mapping), roster, mapping[table]?.headings) : nothing()
  }
  const extracts: Extracts = {
    roster,
    today,
    rows,
    homeroomGrades: new Set(
      mapping.homeroomGrades?.map((grade) => gradeOf(grade) ?? grade) ?? usualHomerooms,
    ),
    students: new Map(),
    left: new Set(),
    staff: new Map(),
    once: new Once(),
  }
  await readStudents(extracts)
  await readStaff(extracts)
  await readContacts(extracts, mapping.contacts?.everybody === true)
  await readExtractClasses(extracts, await namedIn(roster))
  takeAsWhole(roster, ['schools', 'people', 'classes', 'enrollments', 'guardianships'])
  if (mapping.contacts?.absent) roster.modes.guardianships = 'absent'
  noteIgnored(bundle, used, roster)
  return roster
}

async function namedIn({ people }: Roster): Promise<Set<string>> {
  const named = new Set<string>()
  for await (const some of people.stretches()) for (const { key } of some) named.add(key)
  return named
}

/** Somebody at two schools stands in it twice, with one number; whoever is active at one of them is here. */
async function readStudents(extracts: Extracts): Promise<void> {
  const { roster, students, today } = extracts
  const known = new Map<string, RosterPerson>()
  for await (const row of extracts.rows('students')) {
    const [key, schoolKey] = [row.get('id'), row.get('school')]
    keepSchool(roster, row.at, schoolKey)
    const gone = hasLeft(row, today)
    const before = known.get(key)
    if (before) {
      before.roles.push({ role: 'student', schoolKey, opensOn: '', closesOn: '' })
      // whoever is active at two schools belongs into the homeroom of the one that is called their home
      if (!gone && (before.gone || row.get('homeSchool') === schoolKey)) keepPlace(extracts, row, key)
      if (!gone) before.gone = false
      continue
    }
    if (keyOf(row, 'id', new Set()) === undefined) continue
    const grade = row.get('grade')
    if (grade !== '' && gradeOf(grade) === undefined) row.odd('grade_unknown', grade)
    const one: RosterPerson = {
      ...row.at,
      key,
      gone,
      given: short(row.get('given')) || key,
      family: short(row.get('family')),
      usualGiven: short(row.get('usualGiven')),
      usualFamily: short(row.get('usualFamily')),
      grades: [grade].filter(Boolean),
      email: addressOf(row, 'email'),
      username: '',
      master: '',
      identifiers: [key, row.get('pen')].filter(Boolean),
      born: bornMark(dayOf(row, 'born')),
      roles: [{ role: 'student', schoolKey, opensOn: '', closesOn: '' }],
    }
    known.set(key, one)
    if (!gone) keepPlace(extracts, row, key)
    else students.delete(key)
  }
  for (const one of known.values()) {
    if (one.gone) extracts.left.add(one.key)
    roster.people.push(one)
    // whoever else asks is answered in between
    if (roster.people.length % rowsAtOnce === 0) await others()
  }
}

function keepPlace({ students }: Extracts, row: Row, key: string): void {
  students.set(key, {
    schoolKey: row.get('school'),
    grade: gradeOf(row.get('grade')) ?? '',
    homeroom: row.get('homeroom'),
    teacher: row.get('teacher'),
    teacherId: row.get('teacherId'),
  })
}

/** The status decides, spelled with one `l` or two; without one, the day somebody withdrew. */
function hasLeft(row: Row, today: string): boolean {
  const status = row.get('status')
  if (status === '') {
    const day = dayOf(row, 'withdrawn')
    return day !== '' && day <= today
  }
  const isHere = /^(?:active|pre-?reg)/i.test(status)
  if (!isHere && !/^(?:inactive|withdrawn|graduated|transferred|archived)/i.test(status))
    row.odd('status_left', status)
  return !isHere
}

async function readStaff(extracts: Extracts): Promise<void> {
  const { roster, staff, students } = extracts
  const taken = new Set(students.keys())
  for await (const row of extracts.rows('staff')) {
    const isTeaching = !/^(?:n|no|false|0)$/i.test(row.get('teaching'))
    const held = {
      role: isTeaching ? ('teacher' as const) : ('staff' as const),
      schoolKey: row.get('school'),
      opensOn: '',
      closesOn: '',
    }
    keepSchool(roster, row.at, held.schoolKey)
    const before = staff.get(row.get('id'))
    if (before) {
      before.roles.push(held)
      continue
    }
    const key = keyOf(row, 'id', taken)
    if (key === undefined) continue
    const [given, family] = [short(row.get('given')), short(row.get('family'))]
    const email = addressOf(row, 'email')
    const one = {
      ...row.at,
      ...nobody,
      key,
      given: given || key,
      family,
      email,
      identifiers: [key],
      roles: [held],
    }
    staff.set(key, one)
  }
  for (const one of staff.values()) roster.people.push(one)
}
