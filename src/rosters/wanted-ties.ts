import { isHere, type PeopleChanges } from './people-plan.ts'
import type { RosterEnrollment } from './roster.ts'
import { note, type Planning, reject } from './roster-plan.ts'
import { later, type StandingEnrollment } from './standing.ts'

export type Wanted = { opensOn: string; closesOn: string; key: string } | 'as it is'
/** by class, then by person and role */
export type WantedTies = Map<string, Map<string, Wanted>>

export const slot = (personId: string, role: string) => `${role === 'teacher' ? 't' : 's'}${personId}`

/** Who a roster wants in which class, and which standing enrollments it says are gone. */
export function readWanted(planning: Planning, people: PeopleChanges) {
  const wanted: WantedTies = new Map()
  const unwanted = new Set<string>()
  const bySourced = planning.roster.modes.enrollments === 'delta' ? sourcedIds(planning) : new Map()
  for (const one of planning.roster.enrollments) {
    if (one.gone) {
      for (const id of goneIds(planning, one, bySourced)) unwanted.add(id)
      continue
    }
    const classId = planning.classIds.get(one.classKey)
    const personId = planning.personIds.get(one.personKey)
    if (classId === undefined) reject(planning, { ...one, code: 'unknown_class', detail: one.classKey })
    else if (personId === undefined || !isHere(planning, people, one.personKey))
      reject(planning, { ...one, code: 'unknown_person', detail: one.personKey })
    else if (one.role === 'teacher' && !mayTeach(planning, people, one.personKey))
      reject(planning, { ...one, code: 'not_staff', detail: `${one.personKey} ${one.classKey}` })
    else want(planning, wanted, one, classId, personId)
  }
  return { wanted, unwanted }
}

function want(
  planning: Planning,
  wanted: WantedTies,
  one: RosterEnrollment,
  classId: string,
  personId: string,
): void {
  const ties = wanted.get(classId) ?? new Map<string, Wanted>()
  wanted.set(classId, ties)
  const at = slot(personId, one.role)
  const known = ties.get(at)
  const { opensOn, closesOn, key } = one
  if (opensOn !== '' && closesOn !== '' && closesOn < opensOn) {
    reject(planning, { ...one, code: 'dates_reversed', detail: `${opensOn} ${closesOn}` })
    if (known === undefined) ties.set(at, 'as it is')
  } else if (known === undefined || known === 'as it is') ties.set(at, { opensOn, closesOn, key })
  else {
    // twice in one class, as one who left and came again: from the first day to the last
    note(planning.oddities, { ...one, code: 'row_ignored', detail: `${one.classKey} ${one.personKey}` })
    known.opensOn =
      known.opensOn === '' || opensOn === '' ? '' : known.opensOn < opensOn ? known.opensOn : opensOn
    known.closesOn = known.closesOn === '' || closesOn === '' ? '' : later(known.closesOn, closesOn)
  }
}

function sourcedIds(planning: Planning): Map<string, StandingEnrollment> {
  const found = new Map<string, StandingEnrollment>()
  for (const byPerson of planning.standing.enrollments.values()) {
    for (const row of [...byPerson.values()].flat()) if (row.sourcedId !== null) found.set(row.sourcedId, row)
  }
  return found
}

/** A row that is gone is known by its id, or by the class, the person and the role it names. */
function goneIds(
  planning: Planning,
  one: RosterEnrollment,
  bySourced: Map<string, StandingEnrollment>,
): string[] {
  const known = bySourced.get(one.key)
  if (known) return [known.id]
  const classId = planning.classIds.get(one.classKey) ?? ''
  const personId = planning.personIds.get(one.personKey) ?? ''
  const rows = planning.standing.enrollments.get(classId)?.get(personId) ?? []
  return rows.filter(({ role }) => role === one.role).map(({ id }) => id)
}

/** A slip in a file does not open the work of a class to a child of it. */
function mayTeach(planning: Planning, people: PeopleChanges, key: string): boolean {
  const said = people.records.get(key)?.roles.map(({ role }) => role)
  const roles = said ?? planning.standing.people.get(key)?.facts.roles ?? []
  return roles.length === 0 || roles.some((role) => role !== 'student' && role !== 'guardian')
}
