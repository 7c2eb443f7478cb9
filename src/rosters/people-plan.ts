import { sameNames } from '../register/registered.ts'
import { gradeOf, type RosterPerson, type RosterRole } from './roster.ts'
import { type Planning, reject } from './roster-plan.ts'
import { type Group, nobodyYet, tell } from './roster-story.ts'
import { doubtOf, factsOf, humanOf, namesOf, sameFacts } from './same-person.ts'
import type { PersonFacts, PersonHere, StandingPerson } from './standing.ts'

export type Kind = 'learner' | 'staff' | 'guardian'
export type PeopleChanges = {
  join: Group
  leave: Group
  return: Group
  rename: Group
  /** two records that are one human */
  together: Group
  /** ids of all who were ever named before, and how many of them are named now */
  before: Set<string>
  known: number
  /** ids of those who are not in the feed any more, now or before */
  away: Set<string>
  /** keys that were given to somebody else, and those that perhaps were: to a sister, say */
  others: string[]
  siblings: string[]
  /** whose records could not be taken: what stands of them stays as it is */
  untouched: Set<string>
  principals: { personId: string; schoolKey: string }[]
}

/** Those who were met on the way through the file. */
type Met = {
  here: Set<string>
  gone: Set<string>
  /** there are but a few lists of roles, and a hundred thousand people who have them */
  roles: Map<string, readonly RosterRole[]>
}

/** Who is who. Keys decide; two records of staff and guardians are one human when they plainly are. */
export async function planPeople(planning: Planning): Promise<PeopleChanges> {
  const changes: PeopleChanges = {
    join: nobodyYet(),
    leave: nobodyYet(),
    return: nobodyYet(),
    rename: nobodyYet(),
    together: nobodyYet(),
    before: new Set(),
    known: 0,
    away: new Set(),
    untouched: new Set(),
    others: [],
    siblings: [],
    principals: [],
  }
  const { roster, standing } = planning
  const met: Met = { here: new Set(), gone: new Set(), roles: new Map() }
  for (const { id } of standing.people.values()) changes.before.add(id)
  for await (const records of roster.people.stretches()) {
    const stand = await standing.readPeople(records.map(({ key }) => key))
    for (const record of records) {
      const known = stand.get(record.key)
      if (known) changes.known += 1
      if (record.gone) met.gone.add(record.key)
      else planRecord(planning, { ...record, roles: rolesNow(planning, record, known) }, known, met, changes)
    }
  }
  // asked no more, and as large as the names of a town
  standing.humans.clear()
  planLeaving(planning, met, changes)
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

function planRecord(
  planning: Planning,
  one: RosterPerson,
  known: StandingPerson | undefined,
  met: Met,
  changes: PeopleChanges,
): void {
  const doubt = known && doubtOf(planning, one, known)
  if (known && doubt) {
    const detail = `${one.key}: ${known.given} ${known.family} → ${one.given} ${one.family}`
    reject(planning, { ...one, code: doubt, detail })
    changes.untouched.add(known.id)
    changes[doubt === 'another_person' ? 'others' : 'siblings'].push(detail)
    return
  }
  const { people, humans } = planning.standing
  const facts = factsOf(one)
  const human = humanOf(facts)
  const id = known?.id ?? humans.get(human) ?? planning.makeId()
  if (human !== '') humans.set(human, id)
  // a slip in a file gives no duty to a child, nor one that has not begun
  for (const { role, schoolKey, opensOn } of one.roles)
    if (role === 'principal' && opensOn <= planning.standing.today && !facts.roles.includes('student'))
      changes.principals.push({ personId: id, schoolKey })
  const isFirst = !met.here.has(id)
  planPerson(
    planning,
    one,
    { id, known, facts, isFirst, isHere: !isFirst || changes.before.has(id) },
    changes,
  )
  met.here.add(id)
  const { given, family } = namesOf(one)
  const before = people.get(one.key)
  const roles = met.roles.get(facts.roles.join()) ?? facts.roles
  met.roles.set(roles.join(), roles)
  people.set(one.key, {
    id,
    // of a hundred thousand who are new nothing is told any more
    name: changes.before.has(id) ? `${given} ${family}`.trim() : '',
    roles,
    // a record that says none leaves the one they have
    grade: gradeOf(one.grades[0] ?? '') ?? before?.grade,
    leftOn: null,
    was: before?.was,
    isSaid: true,
  })
}

type Human = {
  id: string
  known: StandingPerson | undefined
  facts: PersonFacts
  isHere: boolean
  isFirst: boolean
}

function planPerson(
  { writes }: Planning,
  one: RosterPerson,
  { id, known, facts, isHere, isFirst }: Human,
  changes: PeopleChanges,
): void {
  const names = namesOf(one)
  const name = `${names.given} ${names.family}`.trim()
  const kind = kindOf(facts.roles)
  if (!isHere) {
    writes.people.push({ id, isNew: true, ...names })
    tell(changes.join, kind, name)
  } else if (known === undefined) tell(changes.together, kind, name)
  else if (known.leftOn !== null && isFirst) tell(changes.return, kind, name)
  // of two records of one human the first says what they are called
  if (known && isFirst && !sameNames(known, names) && !isNamedByHand(known, one)) {
    writes.people.push({ id, isNew: false, ...names })
    tell(changes.rename, kind, `${`${known.given} ${known.family}`.trim()} → ${name}`)
  }
  if (known === undefined || known.leftOn !== null || !sameFacts(known.facts, facts)) {
    writes.keys.push({ kind: 'person', key: one.key, id, facts, leftOn: null })
  }
}

/** A name given by the office holds until the file says another than it said then. */
const isNamedByHand = ({ named, facts }: StandingPerson, one: RosterPerson) =>
  named === true && facts.given === one.given && facts.family === one.family

export function kindOf(roles: readonly RosterRole[]): Kind {
  if (roles.includes('student')) return 'learner'
  return roles.every((name) => name === 'guardian') && roles.length > 0 ? 'guardian' : 'staff'
}

function planLeaving(planning: Planning, { here, gone }: Met, changes: PeopleChanges): void {
  const { roster, standing, writes } = planning
  const stays = (key: string, { id, leftOn, isSaid }: PersonHere) =>
    isSaid ||
    changes.untouched.has(id) ||
    (roster.modes.people !== 'bulk' && !gone.has(key) && leftOn === null)
  // of two records of one human one may go while the other stays
  for (const [key, known] of standing.people) if (stays(key, known)) here.add(known.id)
  for (const [key, known] of standing.people) {
    if (stays(key, known)) continue
    const isFirst = !here.has(known.id) && !changes.away.has(known.id)
    if (!here.has(known.id)) changes.away.add(known.id)
    if (known.leftOn !== null) continue
    writes.keys.push({ kind: 'person', key, id: known.id, facts: null, leftOn: standing.today })
    if (isFirst) tell(changes.leave, kindOf(known.roles), known.name)
  }
}

/** A person the file says is here, or one it says nothing of; nobody else may be tied to anything. */
export function personHere(planning: Planning, people: PeopleChanges, key: string): PersonHere | undefined {
  const known = planning.standing.people.get(key)
  if (known === undefined || known.isSaid) return known
  if (known.leftOn !== null || people.away.has(known.id)) return undefined
  return planning.roster.modes.people === 'bulk' ? undefined : known
}
