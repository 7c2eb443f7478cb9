import { type At, plainName } from '../../rosters/roster.ts'
import { short } from './cells.ts'
import { keepSchool } from './draft.ts'
import type { Extracts } from './extracts.ts'

type Section = {
  at: At
  id: string
  schoolKey: string
  title: string
  letter: string
  students: Set<string>
  teachers: Set<string>
  /** when it meets, where the file of classes says it */
  slot: string
}
type ClassRow = {
  section: string
  teacher: string
  schoolKey: string
  letter: string
  isPrimary: boolean
  slot: string
}

/**
 * Homerooms for the young, out of the students' own rows; the timetable for all others. Sections that one teacher has
 * at one time are one class of several grades. `named` are all whom the tables before speak of.
 */
export async function readExtractClasses(extracts: Extracts, named: ReadonlySet<string>): Promise<void> {
  const titles = await readTitles(extracts)
  const classRows = await readClassRows(extracts)
  const { sections, year } = await readSections(extracts, titles, named)
  for (const row of classRows) {
    const section = sections.get(row.section)
    if (!section) continue
    if (extracts.staff.has(row.teacher)) section.teachers.add(row.teacher)
    section.slot ||= row.slot
  }
  openHomerooms(extracts, classRows, year)
  for (const group of blend([...sections.values()])) openClass(extracts, group, year)
}

async function readTitles(extracts: Extracts): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for await (const row of extracts.rows('courses')) {
    titles.set(`${row.get('school')} ${row.get('course')}`, short(row.get('title')))
    titles.set(row.get('course'), short(row.get('title')))
  }
  return titles
}

async function readClassRows(extracts: Extracts): Promise<ClassRow[]> {
  const rows: ClassRow[] = []
  for await (const row of extracts.rows('classes')) {
    const when = ['semester', 'term', 'day', 'period'].map((column) => row.get(column))
    const slot = when[2] !== '' && when[3] !== '' ? when.join(' ') : ''
    rows.push({
      section: row.get('section'),
      teacher: row.get('teacher'),
      schoolKey: row.get('school'),
      letter: row.get('letter'),
      isPrimary: /^(?:y|yes|true|1)$/i.test(row.get('primary')),
      slot,
    })
  }
  return rows
}

/** `ATT--AM` and its like count attendance, and codes that begin with an X are no courses. */
const isNoCourse = (code: string) => /^(?:ATT|X)/i.test(code)

async function readSections(extracts: Extracts, titles: Map<string, string>, named: ReadonlySet<string>) {
  const sections = new Map<string, Section>()
  let year = ''
  for await (const row of extracts.rows('schedule')) {
    const [id, code] = [row.get('section'), row.get('course')]
    year = /(\d{4})\D*$/.exec(row.get('year'))?.[1] ?? year
    if (isNoCourse(code)) {
      row.odd('not_a_course', code)
      continue
    }
    if (id === '') {
      row.reject('no_id', 'section')
      continue
    }
    const [student, teacher] = [extracts.once.of(row.get('student')), row.get('teacher')]
    const place = extracts.students.get(student)
    const schoolKey = row.get('school') || place?.schoolKey || ''
    keepSchool(extracts.roster, row.at, schoolKey)
    const title =
      titles.get(`${row.get('school')} ${code}`) || titles.get(code) || short(row.get('title')) || code || id
    const section = sections.get(id) ?? {
      at: row.at,
      id,
      schoolKey,
      title,
      letter: row.get('letter'),
      students: new Set(),
      teachers: new Set(),
      slot: '',
    }
    sections.set(id, section)
    if (teacher !== '' && extracts.staff.has(teacher)) section.teachers.add(teacher)
    if (place === undefined) {
      // whoever left is still in the timetable of last week
      if (!named.has(student)) row.reject('unknown_person', student)
    } else if (!isInHomeroom(extracts, place)) section.students.add(student)
  }
  return { sections, year: year === '' ? yearOf(extracts.today) : Number(year) }
}

const isInHomeroom = ({ homeroomGrades }: Extracts, place: { grade: string; homeroom: string }) =>
  place.homeroom !== '' && homeroomGrades.has(place.grade)

/** The year in which a school year ends; a new one is near after 25 July. */
const yearOf = (today: string) => Number(today.slice(0, 4)) + (today.slice(5) > '07-25' ? 1 : 0)

const daysOf = (year: number) =>
  Number.isInteger(year) && year > 1900
    ? { opensOn: `${year - 1}-08-25`, closesOn: `${year}-07-25` }
    : { opensOn: '', closesOn: '' }

function openHomerooms(extracts: Extracts, classRows: readonly ClassRow[], year: number): void {
  const { roster, students, staff } = extracts
  const rooms = new Map<string, { schoolKey: string; homeroom: string; teacher: string; who: string[] }>()
  for (const [key, place] of students) {
    if (!isInHomeroom(extracts, place)) continue
    const { schoolKey, homeroom, teacher } = place
    const at = `HR_${schoolKey}_${homeroom}_${year}`
    const room = rooms.get(at) ?? { schoolKey, homeroom, teacher: '', who: [] }
    room.teacher ||= teacher
    room.who.push(key)
    rooms.set(at, room)
  }
  const at = { file: roster.people.first(1)[0]?.file ?? '', row: 1 }
  for (const [key, room] of rooms) {
    const teachers = new Set(
      classRows
        .filter((row) => row.isPrimary && row.letter === room.homeroom && row.schoolKey === room.schoolKey)
        .map(({ teacher }) => teacher),
    )
    const named = teacherCalled(extracts, room.teacher, room.schoolKey)
    if (named !== undefined) teachers.add(named)
    const names = [...teachers].flatMap((one) => staff.get(one)?.family ?? [])
    const name = short([room.homeroom, names.join(', ') || room.teacher].filter(Boolean).join(' · '))
    roster.classes.push({ ...at, key, name, schoolKey: room.schoolKey, termKeys: [], ...daysOf(year) })
    enroll(extracts, at, key, room.who, teachers)
  }
}

/** `Liu, Mei`, `Mei Liu` or `Mrs. Liu`, as long as only one person at the school is called so. */
function teacherCalled({ staff }: Extracts, name: string, schoolKey: string): string | undefined {
  const words = name
    .split(/[\s,]+/)
    .map(plainName)
    .filter(Boolean)
  const fitting = [...staff].filter(
    ([, { family, roles }]) =>
      words.includes(plainName(family)) && roles.some((role) => role.schoolKey === schoolKey),
  )
  const both = fitting.filter(([, { given }]) => words.includes(plainName(given)))
  const [only, ...others] = both.length > 0 ? both : fitting
  return others.length === 0 ? only?.[0] : undefined
}

function blend(sections: readonly Section[]): Section[][] {
  const groups = Map.groupBy(
    sections.filter(({ students }) => students.size > 0),
    ({ id, slot, schoolKey, teachers }) =>
      slot === '' || teachers.size !== 1 ? id : [schoolKey, ...teachers, slot].join(' '),
  )
  return [...groups.values()]
}

function openClass(extracts: Extracts, group: readonly Section[], year: number): void {
  const [first] = group
  if (!first) return
  const ids = group.map(({ id }) => id).toSorted()
  // the key of a class of several sections is that of the first, so that one more or fewer is still this class
  const key = `${ids[0] ?? ''}_${year}`
  const titles = [...new Set(group.map(({ title }) => title))].join(' / ')
  const name = short(group.length === 1 && first.letter !== '' ? `${titles} · ${first.letter}` : titles)
  const { schoolKey, at } = first
  extracts.roster.classes.push({ ...at, key, name, schoolKey, termKeys: [], ...daysOf(year) })
  const students = new Set(group.flatMap((one) => [...one.students]))
  enroll(extracts, at, key, students, new Set(group.flatMap((one) => [...one.teachers])))
}

function enroll(
  { roster }: Extracts,
  at: At,
  classKey: string,
  students: Iterable<string>,
  teachers: Iterable<string>,
): void {
  const tie = { file: at.file, row: at.row, key: '', classKey, opensOn: '', closesOn: '' }
  for (const personKey of students) roster.enrollments.push({ ...tie, personKey, role: 'student' })
  for (const personKey of teachers) roster.enrollments.push({ ...tie, personKey, role: 'teacher' })
}
