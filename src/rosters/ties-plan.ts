import { type GuardianshipChanges, planGuardianships } from './guardianships-plan.ts'
import type { PeopleChanges } from './people-plan.ts'
import { gradeOf } from './roster.ts'
import type { Planning } from './roster-plan.ts'
import { isOpen, later, type StandingEnrollment } from './standing.ts'
import { readWanted, slot, type Wanted, type WantedTies } from './wanted-ties.ts'

export type TieChanges = GuardianshipChanges & {
  opened: number
  changed: number
  closed: number
  /** of classes that the file still has: what a file cut in half would show in */
  closedInKept: { student: number; teacher: number }
  standingInKept: { student: number; teacher: number }
  /** by learner, the names of classes they come out of and into */
  moves: Map<string, { from: string[]; to: string[] }>
}

/** Who is in which class, and who guards whom, as a roster wants it. */
export function planTies(planning: Planning, people: PeopleChanges): TieChanges {
  const changes: TieChanges = {
    ...planGuardianships(planning, people),
    opened: 0,
    changed: 0,
    closed: 0,
    closedInKept: { student: 0, teacher: 0 },
    standingInKept: { student: 0, teacher: 0 },
    moves: new Map(),
  }
  const { wanted, unwanted } = readWanted(planning, people)
  const grades = gradesOf(planning, people)
  for (const [classId, ties] of wanted) {
    for (const [at, want] of ties) {
      if (want === 'as it is') continue
      planEnrollment(planning, { classId, personId: at.slice(1), want, at, grades }, changes)
    }
  }
  const kept = new Set(
    planning.roster.classes.flatMap(({ key, gone }) => (gone ? [] : (planning.classIds.get(key) ?? []))),
  )
  for (const [classId, byPerson] of planning.standing.enrollments) {
    for (const rows of byPerson.values()) {
      for (const row of rows)
        planClosing(planning, { row, wanted, unwanted, people, kept: kept.has(classId) }, changes)
    }
  }
  return changes
}

type Place = {
  classId: string
  personId: string
  at: string
  want: Exclude<Wanted, string>
  grades: Map<string, string>
}

function planEnrollment(planning: Planning, place: Place, changes: TieChanges): void {
  const { standing, writes } = planning
  const { classId, personId, want: wish } = place
  const role = place.at.startsWith('t') ? 'teacher' : 'student'
  const rows = (standing.enrollments.get(classId)?.get(personId) ?? []).filter((row) => row.role === role)
  const open = rows.find((row) => isOpen(row, standing.today))
  const grade = role === 'student' ? (place.grades.get(personId) ?? open?.grade ?? null) : null
  const sourcedId = wish.key === '' ? null : wish.key
  const closedOn = wish.closesOn === '' ? null : wish.closesOn
  if (open) {
    if (!open.own) return
    const openedOn = wish.opensOn || open.openedOn
    const closes = closedOn === null ? null : later(closedOn, openedOn)
    if (open.openedOn === openedOn && open.closedOn === closes && open.grade === grade) return
    writes.enrollments.push({ ...open, isNew: false, openedOn, closedOn: closes, grade, sourcedId })
    changes.changed += 1
    return
  }
  const isOver = closedOn !== null && closedOn <= standing.today
  if (isOver && rows.length > 0) return
  const openedOn = openingDay(planning, classId, wish.opensOn, rows)
  if (closedOn !== null && closedOn <= openedOn) return
  const id = planning.makeId()
  writes.enrollments.push({ id, isNew: true, classId, personId, role, grade, openedOn, closedOn, sourcedId })
  changes.opened += 1
  if (role === 'student' && !isOver)
    moveOf(changes, personId).to.push(planning.classDays.get(classId)?.name ?? '')
}

/** The day the file says; else the first day of a new class, and today in one that has begun. */
function openingDay(planning: Planning, classId: string, said: string, rows: StandingEnrollment[]): string {
  const { today } = planning.standing
  if (rows.length > 0) return later(today, said)
  if (said !== '') return said
  const begins = planning.classDays.get(classId)?.opensOn ?? today
  return planning.standing.enrollments.has(classId) ? later(today, begins) : begins
}

type Row = {
  row: StandingEnrollment
  wanted: WantedTies
  unwanted: Set<string>
  people: PeopleChanges
  kept: boolean
}

function planClosing(
  planning: Planning,
  { row, wanted, unwanted, people, kept }: Row,
  changes: TieChanges,
): void {
  const { standing, roster, writes, classDays } = planning
  if (!row.own || !isOpen(row, standing.today) || people.untouched.has(row.personId)) return
  // what ended by its class's own days is history, which no file of another year speaks of
  if ((classDays.get(row.classId)?.closesOn ?? '') < standing.today) return
  if (kept) changes.standingInKept[row.role] += 1
  const isWanted = wanted.get(row.classId)?.has(slot(row.personId, row.role)) ?? false
  const isAbsent = roster.modes.enrollments === 'bulk' && !isWanted
  if (!isAbsent && !unwanted.has(row.id) && !people.away.has(row.personId)) return
  const closedOn = later(standing.today, row.openedOn)
  writes.enrollments.push({ ...row, isNew: false, closedOn })
  changes.closed += 1
  if (kept && !people.away.has(row.personId)) changes.closedInKept[row.role] += 1
  if (row.role === 'student') moveOf(changes, row.personId).from.push(classDays.get(row.classId)?.name ?? '')
}

function moveOf(changes: TieChanges, personId: string): { from: string[]; to: string[] } {
  const known = changes.moves.get(personId) ?? { from: [], to: [] }
  changes.moves.set(personId, known)
  return known
}

function gradesOf(planning: Planning, people: PeopleChanges): Map<string, string> {
  const grades = new Map<string, string>()
  const keep = (id: string | undefined, raw: string | undefined) => {
    const grade = raw === undefined ? undefined : gradeOf(raw)
    if (id !== undefined && grade !== undefined) grades.set(id, grade)
  }
  for (const { id, facts } of planning.standing.people.values()) keep(id, facts.grades[0])
  for (const [key, { grades: raw }] of people.records) keep(planning.personIds.get(key), raw[0])
  return grades
}
