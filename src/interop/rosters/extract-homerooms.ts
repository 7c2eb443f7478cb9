import { type At, plainName, type RosterPerson } from '../../rosters/roster.ts'
import { short } from './cells.ts'
import type { Extracts } from './extracts.ts'

/** What the file of classes says of a section. */
export type ClassRow = {
  section: string
  teacher: string
  schoolKey: string
  letter: string
  isPrimary: boolean
  slot: string
}

export const isInHomeroom = ({ homeroomGrades }: Extracts, place: { grade: string; homeroom: string }) =>
  place.homeroom !== '' && homeroomGrades.has(place.grade)

export const daysOf = (year: number) =>
  Number.isInteger(year) && year > 1900
    ? { opensOn: `${year - 1}-08-25`, closesOn: `${year}-07-25` }
    : { opensOn: '', closesOn: '' }

type Room = { schoolKey: string; homeroom: string; teacher: string; teacherId: string; who: string[] }

/** Of whom the students' rows, or the file of classes, call their teacher; an id says more than a name. */
export function openHomerooms(extracts: Extracts, classRows: readonly ClassRow[], year: number): void {
  const { roster, students, staff } = extracts
  const rooms = new Map<string, Room>()
  for (const [key, place] of students) {
    if (!isInHomeroom(extracts, place)) continue
    const { schoolKey, homeroom, teacher, teacherId } = place
    const at = `HR_${schoolKey}_${homeroom}_${year}`
    const room = rooms.get(at) ?? { schoolKey, homeroom, teacher: '', teacherId: '', who: [] }
    room.teacher ||= teacher
    if (staff.has(teacherId)) room.teacherId ||= teacherId
    room.who.push(key)
    rooms.set(at, room)
  }
  const at = { file: roster.people.first(1)[0]?.file ?? '', row: 1 }
  const primary = Map.groupBy(classRows, (row) => (row.isPrimary ? `${row.schoolKey} ${row.letter}` : ''))
  const called = Map.groupBy(staff, ([, { family }]) => plainName(family))
  for (const [key, room] of rooms) {
    const rows = primary.get(`${room.schoolKey} ${room.homeroom}`) ?? []
    const teachers = new Set(rows.map(({ teacher }) => teacher))
    const named = room.teacherId || teacherCalled(called, room.teacher, room.schoolKey)
    if (named !== undefined) teachers.add(named)
    const names = [...teachers].flatMap((one) => staff.get(one)?.family ?? [])
    const name = short([room.homeroom, names.join(', ') || room.teacher].filter(Boolean).join(' · '))
    roster.classes.push({ ...at, key, name, schoolKey: room.schoolKey, termKeys: [], ...daysOf(year) })
    enroll(extracts, at, key, room.who, teachers)
  }
}

/** `Liu, Mei`, `Mei Liu` or `Mrs. Liu`, as long as only one person at the school is called so. */
function teacherCalled(
  called: Map<string, [string, RosterPerson][]>,
  name: string,
  schoolKey: string,
): string | undefined {
  const words = [...new Set(name.split(/[\s,]+/).map(plainName))].filter(Boolean)
  const fitting = words
    .flatMap((word) => called.get(word) ?? [])
    .filter(([, { roles }]) => roles.some((role) => role.schoolKey === schoolKey))
  const both = fitting.filter(([, { given }]) => words.includes(plainName(given)))
  const [only, ...others] = both.length > 0 ? both : fitting
  return others.length === 0 ? only?.[0] : undefined
}

export function enroll(
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
