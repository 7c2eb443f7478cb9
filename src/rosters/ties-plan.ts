import { type GuardianshipChanges, planGuardianships } from './guardianships-plan.ts'
import type { PeopleChanges } from './people-plan.ts'
import type { Planning } from './roster-plan.ts'
import { isOpen, later, type StandingEnrollment } from './standing.ts'
import {
  type AtSchools,
  classesKept,
  classHolds,
  noteAtSchool,
  readWanted,
  slot,
  sortByClass,
  type Wanted,
  type WantedTies,
} from './wanted-ties.ts'

export type TieChanges = GuardianshipChanges & {
  opened: number
  changed: number
  closed: number
  /** of classes that the file still has: what a file cut in half would show in */
  closedInKept: { student: number; teacher: number }
  standingInKept: { student: number; teacher: number }
  atSchools: AtSchools
  /** by learner, the names of classes they come out of and into */
  moves: Map<string, { from: string[]; to: string[] }>
  dutiesOpened: number
  dutiesClosed: number
}

/** Who is in which class, and who guards whom, as a roster wants it. */
export async function planTies(planning: Planning, people: PeopleChanges): Promise<TieChanges> {
  const changes: TieChanges = {
    ...(await planGuardianships(planning, people)),
    opened: 0,
    changed: 0,
    closed: 0,
    closedInKept: { student: 0, teacher: 0 },
    standingInKept: { student: 0, teacher: 0 },
    atSchools: new Map(),
    moves: new Map(),
    dutiesOpened: 0,
    dutiesClosed: 0,
  }
  planDuties(planning, people, changes)
  const { told, unwanted } = await sortByClass(planning, people)
  const kept = classesKept(planning)
  for (const { ids, rows } of told) {
    const standing = await planning.standing.readEnrollments(ids)
    const wanted = await readWanted(planning, rows, standing, unwanted)
    for (const [classId, ties] of wanted) {
      const inClass = standing.get(classId)
      for (const [at, want] of ties) {
        if (want === 'as it is') continue
        const personId = at.slice(1)
        planEnrollment(planning, { classId, personId, want, at, inClass, unwanted, people, kept }, changes)
      }
    }
    for (const row of [...standing.values()].flatMap((inClass) => [...inClass.values()].flat()))
      planClosing(planning, { row, wanted, unwanted, people, kept: kept.has(row.classId) }, changes)
  }
  return changes
}

type Place = {
  classId: string
  personId: string
  at: string
  want: Exclude<Wanted, string>
  /** those who are or were in it, by person; nothing where nobody ever was */
  inClass: Map<string, StandingEnrollment[]> | undefined
  unwanted: ReadonlySet<string>
  people: PeopleChanges
  kept: ReadonlySet<string>
}

function planEnrollment(planning: Planning, place: Place, changes: TieChanges): void {
  const { standing, writes } = planning
  const { classId, personId, want: wish, inClass } = place
  const role = place.at.startsWith('t') ? 'teacher' : 'student'
  const rows = (inClass?.get(personId) ?? []).filter((row) => row.role === role)
  const open = rows.find((row) => isOpen(row, standing.today))
  const grade = role === 'student' ? (wish.grade ?? open?.grade ?? null) : null
  const sourcedId = wish.key === '' ? null : wish.key
  const closedOn = wish.closesOn === '' ? null : wish.closesOn
  const isOver = closedOn !== null && closedOn <= standing.today
  if (open) {
    if (!open.own) return
    const openedOn = wish.opensOn || open.openedOn
    const closes = closedOn === null ? null : later(closedOn, openedOn)
    const same = open.openedOn === openedOn && open.closedOn === closes && open.grade === grade
    // said to be gone by one id and here by another: the next time it is known by that one
    if (same && (!place.unwanted.has(open.id) || open.sourcedId === sourcedId)) return
    writes.enrollments.push({ ...open, isNew: false, openedOn, closedOn: closes, grade, sourcedId })
    // a last day that is over, or a first that is yet to come, takes somebody out as a row that is missing does
    const isOut = isOver || (openedOn > standing.today && open.openedOn <= standing.today)
    if (isOut && classHolds(planning, classId)) noteClosing(planning, open, place.kept.has(classId), changes)
    else changes.changed += 1
    return
  }
  if (isOver && rows.length > 0) return
  const openedOn = openingDay(planning, place, rows)
  if (closedOn !== null && closedOn <= openedOn) return
  const id = planning.makeId()
  writes.enrollments.push({ id, isNew: true, classId, personId, role, grade, openedOn, closedOn, sourcedId })
  changes.opened += 1
  // who is new moves from nowhere
  if (role === 'student' && !isOver && place.people.before.has(personId))
    moveOf(changes, personId).to.push(planning.classDays.get(classId)?.name ?? '')
}

/** The day the file says; else the first day of a new class, and today in one that has begun. */
function openingDay(
  planning: Planning,
  { classId, inClass, want }: Place,
  rows: StandingEnrollment[],
): string {
  const { today } = planning.standing
  if (rows.length > 0) return later(today, want.opensOn)
  if (want.opensOn !== '') return want.opensOn
  const begins = planning.classDays.get(classId)?.opensOn ?? today
  return inClass ? later(today, begins) : begins
}

type Row = Pick<Place, 'unwanted' | 'people'> & { row: StandingEnrollment; wanted: WantedTies; kept: boolean }

function planClosing(
  planning: Planning,
  { row, wanted, unwanted, people, kept }: Row,
  changes: TieChanges,
): void {
  const { standing, roster, writes } = planning
  if (!row.own || !isOpen(row, standing.today) || people.untouched.has(row.personId)) return
  // what ended by its class's own days is history, which no file of another year speaks of
  if (!classHolds(planning, row.classId)) return
  if (row.role === 'student') noteAtSchool(planning, row, people.away.has(row.personId), changes.atSchools)
  if (kept) changes.standingInKept[row.role] += 1
  const isWanted = wanted.get(row.classId)?.has(slot(row.personId, row.role)) ?? false
  const isAbsent = roster.modes.enrollments === 'bulk' && !isWanted
  const isUnwanted = unwanted.has(row.id) && !isWanted
  if (!isAbsent && !isUnwanted && !people.away.has(row.personId)) return
  const closedOn = later(standing.today, row.openedOn)
  writes.enrollments.push({ ...row, isNew: false, closedOn })
  noteClosing(planning, row, kept && !people.away.has(row.personId), changes)
}

function noteClosing(
  { classDays }: Planning,
  { role, personId, classId }: StandingEnrollment,
  isKept: boolean,
  changes: TieChanges,
): void {
  changes.closed += 1
  if (isKept) changes.closedInKept[role] += 1
  if (role === 'student') moveOf(changes, personId).from.push(classDays.get(classId)?.name ?? '')
}

function moveOf(changes: TieChanges, personId: string): { from: string[]; to: string[] } {
  const known = changes.moves.get(personId) ?? { from: [], to: [] }
  changes.moves.set(personId, known)
  return known
}

/** Principals see names and counts of their school. Whoever runs a whole district is made by hand, never by a file. */
function planDuties(planning: Planning, people: PeopleChanges, changes: TieChanges): void {
  const { standing, roster, writes } = planning
  const { today } = standing
  const wanted = new Set<string>()
  for (const { personId, schoolKey } of people.principals) {
    const schoolId = planning.schoolIds.get(schoolKey)
    if (schoolId === undefined || wanted.has(`${personId} ${schoolId}`)) continue
    wanted.add(`${personId} ${schoolId}`)
    const isHeld = standing.duties
      .get(personId)
      ?.some((row) => row.schoolId === schoolId && row.kind === 'principal' && isOpen(row, today))
    if (isHeld) continue
    const fresh = { id: planning.makeId(), isNew: true, openedOn: today, closedOn: null }
    writes.duties.push({ ...fresh, personId, schoolId, kind: 'principal' })
    changes.dutiesOpened += 1
  }
  for (const row of [...standing.duties.values()].flat()) {
    const { personId, schoolId } = row
    if (!row.own || schoolId === null || !isOpen(row, today) || people.untouched.has(personId)) continue
    const isSpokenOf = roster.modes.people === 'bulk' || people.away.has(personId)
    if (!isSpokenOf || wanted.has(`${personId} ${schoolId}`)) continue
    writes.duties.push({
      ...row,
      schoolId,
      kind: 'principal',
      isNew: false,
      closedOn: later(today, row.openedOn),
    })
    changes.dutiesClosed += 1
  }
}
