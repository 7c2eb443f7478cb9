import { type GuardianshipChanges, planGuardianships } from './guardianships-plan.ts'
import type { PeopleChanges } from './people-plan.ts'
import type { Planning } from './roster-plan.ts'
import { isOpen, later, type StandingEnrollment } from './standing.ts'
import { readWanted, slot, sortByClass, type Wanted, type WantedTies } from './wanted-ties.ts'

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
export async function planTies(planning: Planning, people: PeopleChanges): Promise<TieChanges> {
  const changes: TieChanges = {
    ...(await planGuardianships(planning, people)),
    opened: 0,
    changed: 0,
    closed: 0,
    closedInKept: { student: 0, teacher: 0 },
    standingInKept: { student: 0, teacher: 0 },
    moves: new Map(),
  }
  const { told, unwanted } = await sortByClass(planning, people)
  const kept = new Set(
    planning.roster.classes.flatMap(({ key, gone }) => (gone ? [] : (planning.classIds.get(key) ?? []))),
  )
  for (const { ids, rows } of told) {
    const standing = await planning.standing.readEnrollments(ids)
    const wanted = readWanted(planning, rows, standing, unwanted)
    for (const [classId, ties] of wanted) {
      for (const [at, want] of ties) {
        if (want === 'as it is') continue
        planEnrollment(
          planning,
          { classId, personId: at.slice(1), want, at, inClass: standing.get(classId), unwanted, people },
          changes,
        )
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
  if (open) {
    if (!open.own) return
    const openedOn = wish.opensOn || open.openedOn
    const closes = closedOn === null ? null : later(closedOn, openedOn)
    const same = open.openedOn === openedOn && open.closedOn === closes && open.grade === grade
    // said to be gone by one id and here by another: the next time it is known by that one
    if (same && !place.unwanted.has(open.id)) return
    writes.enrollments.push({ ...open, isNew: false, openedOn, closedOn: closes, grade, sourcedId })
    changes.changed += 1
    return
  }
  const isOver = closedOn !== null && closedOn <= standing.today
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
  const isUnwanted = unwanted.has(row.id) && !isWanted
  if (!isAbsent && !isUnwanted && !people.away.has(row.personId)) return
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
