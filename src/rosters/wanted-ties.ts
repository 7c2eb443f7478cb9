import { type PeopleChanges, personHere } from './people-plan.ts'
import type { RosterEnrollment } from './roster.ts'
import { note, type Planning, reject } from './roster-plan.ts'
import { Stretches } from './rows.ts'
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
const classesAtOnce = 500

/** What the file says of each class that is open, or that it names; and the enrollments it says are gone. */
export async function sortByClass(planning: Planning, people: PeopleChanges) {
  const { roster, standing, classIds } = planning
  const named = roster.classes.flatMap(({ key }) => classIds.get(key) ?? [])
  const open = [...standing.classes.values()].filter(({ closesOn }) => closesOn >= standing.today)
  const told = new Stretches<Told>(planning.makeRows, classesAtOnce, [...open.map(({ id }) => id), ...named])
  const unwanted = new Set<string>()
  for (const rows of roster.enrollments.stretches()) {
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
  else told.push(classId, { ...one, classId, personId: person.id, grade: person.grade })
}

const mayTeach = (roles: readonly string[]) =>
  roles.length === 0 || roles.some((role) => role !== 'student' && role !== 'guardian')

/** Whom a roster wants in some classes; of those it says are gone the ids are put to the others. */
export function readWanted(
  planning: Planning,
  rows: Iterable<Told>,
  standing: Map<string, Map<string, StandingEnrollment[]>>,
  unwanted: Set<string>,
): WantedTies {
  const wanted: WantedTies = new Map()
  for (const one of rows) {
    if (!one.gone) want(planning, wanted, one)
    else
      for (const { id, role } of standing.get(one.classId)?.get(one.personId) ?? [])
        if (role === one.role) unwanted.add(id)
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
