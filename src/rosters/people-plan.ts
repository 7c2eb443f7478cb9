import { sameNames } from '../register/registered.ts'
import { plainName, type RosterPerson } from './roster.ts'
import { type Planning, reject } from './roster-plan.ts'
import { doubtOf, namesOf } from './same-person.ts'
import type { PersonFacts, StandingPerson } from './standing.ts'

export type Kind = 'learner' | 'staff' | 'guardian'
export type PersonChange = { name: string; kind: Kind }
export type PeopleChanges = {
  join: PersonChange[]
  leave: PersonChange[]
  return: PersonChange[]
  rename: (PersonChange & { was: string })[]
  /** two records that are one human */
  together: PersonChange[]
  /** ids of those who are not in the feed any more, now or before */
  away: Set<string>
  records: Map<string, RosterPerson>
  /** keys that were given to somebody else, and those that perhaps were: to a sister, say */
  others: string[]
  siblings: string[]
  /** whose records could not be taken: what stands of them stays as it is */
  untouched: Set<string>
}

/** Who is who. Keys decide; two records of staff and guardians are one human when they plainly are. */
export function planPeople(planning: Planning): PeopleChanges {
  const { roster, standing, personIds } = planning
  const changes: PeopleChanges = {
    join: [],
    leave: [],
    return: [],
    rename: [],
    together: [],
    away: new Set(),
    records: new Map(),
    untouched: new Set(),
    others: [],
    siblings: [],
  }
  for (const [key, { id }] of standing.people) personIds.set(key, id)
  const here = new Set<string>()
  const standingIds = new Set([...standing.people.values()].map(({ id }) => id))
  const humans = humansOf(standing.people)
  for (const record of roster.people) {
    const known = standing.people.get(record.key)
    if (record.gone) continue
    const one = { ...record, roles: rolesNow(planning, record, known) }
    const doubt = known && doubtOf(planning, one, known)
    if (known && doubt) {
      const detail = `${one.key}: ${known.given} ${known.family} → ${one.given} ${one.family}`
      reject(planning, { ...one, code: doubt, detail })
      changes.untouched.add(known.id)
      changes[doubt === 'another_person' ? 'others' : 'siblings'].push(detail)
      continue
    }
    changes.records.set(one.key, one)
    const human = humanOf({ ...one, roles: rolesOf(one) })
    const id = known?.id ?? humans.get(human) ?? planning.makeId()
    if (human !== '') humans.set(human, id)
    personIds.set(one.key, id)
    const isHere = here.has(id) || standingIds.has(id)
    planPerson(planning, one, { id, known, isHere, isFirst: !here.has(id) }, changes)
    here.add(id)
  }
  planLeaving(planning, here, changes)
  return changes
}

/**
 * Those that are held today; of somebody whose roles have all ended, what they were, which opens nothing by itself.
 * A delta that says nothing of somebody's roles leaves them as they are.
 */
function rolesNow({ roster, standing }: Planning, one: RosterPerson, known: StandingPerson | undefined) {
  const held = one.roles.filter(({ closesOn }) => closesOn === '' || closesOn > standing.today)
  if (held.length === 0) held.push(...one.roles.filter(({ role }) => role !== 'principal'))
  if (one.roles.length > 0 || roster.modes.people !== 'delta' || known === undefined) return held
  return known.facts.roles.map((role) => ({ role, schoolKey: '', opensOn: '', closesOn: '' }))
}

/** Only for adults: nobody is made one with a child by their names. */
function humanOf(one: Pick<PersonFacts, 'master' | 'email' | 'given' | 'family' | 'roles'>): string {
  if (one.roles.includes('student')) return ''
  if (one.master !== '') return `master ${one.master}`
  if (one.email === '') return ''
  return [one.email.toLowerCase(), plainName(one.given), plainName(one.family)].join(' ')
}

function humansOf(people: Map<string, StandingPerson>): Map<string, string> {
  const humans = new Map<string, string>()
  for (const { id, facts } of people.values()) {
    const human = humanOf(facts)
    if (human !== '') humans.set(human, id)
  }
  return humans
}

type Human = { id: string; known: StandingPerson | undefined; isHere: boolean; isFirst: boolean }

function planPerson(
  planning: Planning,
  one: RosterPerson,
  { id, known, isHere, isFirst }: Human,
  changes: PeopleChanges,
): void {
  const { writes } = planning
  const names = namesOf(one)
  const said = { name: `${names.given} ${names.family}`.trim(), kind: kindOf(one.roles) }
  if (!isHere) {
    writes.people.push({ id, isNew: true, ...names })
    changes.join.push(said)
  } else if (known === undefined) changes.together.push(said)
  else if (known.leftOn !== null && isFirst) changes.return.push(said)
  // of two records of one human the first says what they are called
  if (known && isFirst && !sameNames(known, names) && !isNamedByHand(known, one)) {
    writes.people.push({ id, isNew: false, ...names })
    changes.rename.push({ ...said, was: `${known.given} ${known.family}`.trim() })
  }
  const facts = factsOf(one)
  if (known === undefined || known.leftOn !== null || !sameFacts(known.facts, facts)) {
    writes.keys.push({ kind: 'person', key: one.key, id, facts, leftOn: null })
  }
}

/** A name given by the office holds until the file says another than it said then. */
const isNamedByHand = ({ named, facts }: StandingPerson, one: RosterPerson) =>
  named === true && facts.given === one.given && facts.family === one.family

const kindOf = (roles: readonly (string | { role: string })[]): Kind => {
  const names = roles.map((one) => (typeof one === 'string' ? one : one.role))
  if (names.includes('student')) return 'learner'
  return names.every((name) => name === 'guardian') && names.length > 0 ? 'guardian' : 'staff'
}

const rolesOf = (one: RosterPerson) => [...new Set(one.roles.map(({ role }) => role))].toSorted()

function factsOf(one: RosterPerson): PersonFacts {
  const { given, family, grades, email, username, master, identifiers } = one
  const roles = rolesOf(one)
  const facts = { given, family, roles, grades, email, username, master, identifiers }
  return one.born ? { ...facts, born: one.born } : facts
}

/** Its parts in one order, however the database keeps them. */
const spell = (of: PersonFacts) =>
  JSON.stringify([
    of.given,
    of.family,
    of.roles,
    of.grades,
    of.email,
    of.username,
    of.master,
    of.identifiers,
    of.born ?? '',
  ])
const sameFacts = (one: PersonFacts, other: PersonFacts) => spell(one) === spell(other)

function planLeaving(planning: Planning, here: Set<string>, changes: PeopleChanges): void {
  const { roster, standing, writes } = planning
  const gone = new Set(roster.people.filter((one) => one.gone).map(({ key }) => key))
  const stays = (key: string, known: StandingPerson) =>
    changes.untouched.has(known.id) ||
    (roster.modes.people === 'bulk'
      ? changes.records.has(key)
      : !gone.has(key) && (known.leftOn === null || changes.records.has(key)))
  // of two records of one human one may go while the other stays
  for (const [key, known] of standing.people) if (stays(key, known)) here.add(known.id)
  for (const [key, known] of standing.people) {
    if (stays(key, known)) continue
    const isFirst = !here.has(known.id) && !changes.away.has(known.id)
    if (!here.has(known.id)) changes.away.add(known.id)
    if (known.leftOn !== null) continue
    writes.keys.push({ kind: 'person', key, id: known.id, facts: known.facts, leftOn: standing.today })
    if (isFirst)
      changes.leave.push({ name: `${known.given} ${known.family}`.trim(), kind: kindOf(known.facts.roles) })
  }
}

/** A person the file says is here, or one it says nothing of. */
export function isHere(planning: Planning, people: PeopleChanges, key: string): boolean {
  if (people.records.has(key)) return true
  const known = planning.standing.people.get(key)
  if (known === undefined || known.leftOn !== null || people.away.has(known.id)) return false
  return planning.roster.modes.people !== 'bulk'
}
