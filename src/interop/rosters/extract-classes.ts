import type { At } from '../../rosters/roster.ts'
import { short } from './cells.ts'
import { keepSchool } from './draft.ts'
import { type ClassRow, daysOf, enroll, isInHomeroom, openHomerooms } from './extract-homerooms.ts'
import type { Extracts } from './extracts.ts'
import type { Row } from './table.ts'

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
    rows.push({
      section: row.get('section'),
      teacher: row.get('teacher'),
      schoolKey: row.get('school'),
      letter: row.get('letter'),
      isPrimary: /^(?:y|yes|true|1)$/i.test(row.get('primary')),
      slot: slotOf(row),
    })
  }
  return rows
}

/** Day and period alone come again in the other half of the year. */
function slotOf(row: Row): string {
  const [half, term, day, period] = ['semester', 'term', 'day', 'period'].map((column) => row.get(column))
  return (half || term) && day && period ? [half, term, day, period].join(' ') : ''
}

/** `ATT--AM` and its like count attendance, and codes that begin with an X are no courses. */
const isNoCourse = (code: string) => /^(?:ATT|X)/i.test(code)

async function readSections(extracts: Extracts, titles: Map<string, string>, named: ReadonlySet<string>) {
  const sections = new Map<string, Section>()
  const strangers = new Set<string>()
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
      slot: slotOf(row),
    }
    sections.set(id, section)
    if (extracts.staff.has(teacher)) section.teachers.add(teacher)
    else if (teacher !== '' && !strangers.has(teacher)) {
      // once, and not with each of their students
      strangers.add(teacher)
      row.reject('unknown_person', teacher)
    }
    if (place === undefined) {
      // whoever left is still in the timetable of last week
      if (!named.has(student)) row.reject('unknown_person', student)
    } else if (!isInHomeroom(extracts, place)) section.students.add(student)
  }
  return { sections, year: year === '' ? yearOf(extracts.today) : Number(year) }
}

/** The year in which a school year ends; a new one is near after 25 July. */
const yearOf = (today: string) => Number(today.slice(0, 4)) + (today.slice(5) > '07-25' ? 1 : 0)

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
