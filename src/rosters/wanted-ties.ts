import { type PeopleChanges, personHere } from './people-plan.ts'
import type { RosterEnrollment } from './roster.ts'
import { note, type Planning, reject } from './roster-plan.ts'
import { type Rows, Stretches } from './rows.ts'
import { later, type StandingEnrollment } from './standing.ts'

/** A row of the file that was understood: who it is about, and their grade. */
export type Told = RosterEnrollment & { classId: string; personId: string; grade: string | undefined }
export type Wanted =
  | { opensOn: string; closesOn: string; key: string; grade: string | undefined }
  | 'as it is'
/** by class, then by person and role */
export type WantedTies = Map<string, Map<string, Wanted>>

export const slot = (personId: string, role: string) => `${role === 'teacher' ? 't' : 's'}${personId}`

/** So many classes are held with everybody in them at a time. */
const classesAtOnce = 200

/** A file that says only some of its classes leaves those it does not speak of. */
export function classesKept({ roster, classIds }: Planning): Set<string> {
  const said = new Map(roster.classes.map(({ key, gone }) => [key, gone !== true]))
  const isUnsaidKept = roster.modes.classes !== 'bulk'
  return new Set([...classIds].flatMap(([key, id]) => ((said.get(key) ?? isUnsaidKept) ? [id] : [])))
}

/** It is not over by its own days. */
export const classHolds = ({ classDays, standing }: Planning, classId: string) =>
  (classDays.get(classId)?.closesOn ?? '') >= standing.today

/** By school, the places of learners in its classes, those of whoever leaves, and who that is. */
export type AtSchools = Map<string, { places: number; left: number; away: Set<string> }>

export function noteAtSchool(
  { classDays }: Planning,
  { personId, classId }: StandingEnrollment,
  isAway: boolean,
  atSchools: AtSchools,
): void {
  const schoolId = classDays.get(classId)?.schoolId ?? ''
  const here = atSchools.get(schoolId) ?? { places: 0, left: 0, away: new Set() }
  atSchools.set(schoolId, here)
  here.places += 1
  if (!isAway) return
  here.left += 1
  here.away.add(personId)
}

/** What the file says of each class that is open, or that it names; and the enrollments it says are gone. */
export async function sortByClass(planning: Planning, people: PeopleChanges) {
  const { roster, standing, classIds } = planning
  const named = roster.classes.flatMap(({ key }) => classIds.get(key) ?? [])
  const open = [...standing.classes.values()].filter(({ closesOn }) => closesOn >= standing.today)
  const told = new Stretches<Told>(planning.makeRows, classesAtOnce, [...open.map(({ id }) => id), ...named])
  const unwanted = new Set<string>()
  for await (const rows of roster.enrollments.stretches()) {
    const goneKeys = rows.flatMap(({ gone, key }) => (gone && key !== '' ? [key] : []))
    const gone =
      roster.modes.enrollments === 'delta' && goneKeys.length > 0
        ? await standing.findEnrollments(goneKeys)
        : undefined
    for (const one of rows) {
      const known = one.gone ? gone?.get(one.key) : undefined
      if (known !== undefined) unwanted.add(known)
      else sortRow(planning, people, one, told)
    }
  }
  return { told, unwanted }
}

function sortRow(
  planning: Planning,
  people: PeopleChanges,
  one: RosterEnrollment,
  told: Stretches<Told>,
): void {
  const classId = planning.classIds.get(one.classKey)
  if (one.gone) {
    const personId = planning.standing.people.get(one.personKey)?.id
    if (classId !== undefined && personId !== undefined)
      told.push(classId, { ...one, classId, personId, grade: undefined })
    return
  }
  const person = personHere(planning, people, one.personKey)
  if (classId === undefined) reject(planning, { ...one, code: 'unknown_class', detail: one.classKey })
  else if (person === undefined) reject(planning, { ...one, code: 'unknown_person', detail: one.personKey })
  // a slip in a file does not open the work of a class to a child of it
  else if (one.role === 'teacher' && !mayTeach(person.roles))
    reject(planning, { ...one, code: 'not_staff', detail: `${one.personKey} ${one.classKey}` })
  else if (one.role === 'student' && !mayLearn(person.roles))
    reject(planning, { ...one, code: 'not_a_learner', detail: `${one.personKey} ${one.classKey}` })
  else told.push(classId, { ...one, classId, personId: person.id, grade: person.grade })
}

/** Nor to an adult, as if one of the children: only whose role is not said at all may be one. */
const mayLearn = (roles: readonly string[]) => roles.length === 0 || roles.includes('student')

/** Whose role is not said, or not known, may be a child too. */
const mayTeach = (roles: readonly string[]) => roles.some((role) => role !== 'student' && role !== 'guardian')

/** Whom a roster wants in some classes; of those it says are gone the ids are put to the others. */
export async function readWanted(
  planning: Planning,
  rows: Rows<Told>,
  standing: Map<string, Map<string, StandingEnrollment[]>>,
  unwanted: Set<string>,
): Promise<WantedTies> {
  const wanted: WantedTies = new Map()
  for await (const some of rows.stretches())
    for (const one of some) {
      if (!one.gone) want(planning, wanted, one)
      // another's id says nothing of this one
      else
        for (const { id, role, sourcedId } of standing.get(one.classId)?.get(one.personId) ?? [])
          if (role === one.role && (one.key === '' || sourcedId === null || sourcedId === one.key))
            unwanted.add(id)
    }
  return wanted
}

function want(planning: Planning, wanted: WantedTies, one: Told): void {
  const ties = wanted.get(one.classId) ?? new Map<string, Wanted>()
  wanted.set(one.classId, ties)
  const at = slot(one.personId, one.role)
  const known = ties.get(at)
  const { opensOn, closesOn, key, grade } = one
  if (opensOn !== '' && closesOn !== '' && closesOn < opensOn) {
    reject(planning, { ...one, code: 'dates_reversed', detail: `${opensOn} ${closesOn}` })
    if (known === undefined) ties.set(at, 'as it is')
  } else if (known === undefined || known === 'as it is') ties.set(at, { opensOn, closesOn, key, grade })
  else {
    // twice in one class, as one who left and came again: from the first day to the last
    note(planning.oddities, { ...one, code: 'row_ignored', detail: `${one.classKey} ${one.personKey}` })
    known.opensOn =
      known.opensOn === '' || opensOn === '' ? '' : known.opensOn < opensOn ? known.opensOn : opensOn
    known.closesOn = known.closesOn === '' || closesOn === '' ? '' : later(known.closesOn, closesOn)
  }
}
