import { type PeopleChanges, personHere } from './people-plan.ts'
import type { Rows } from './rows.ts'
import type { RosterGuardianship } from './roster.ts'
import { note, type Planning, reject } from './roster-plan.ts'
import { Stretches } from './rows.ts'
import { isOpen, later, type Says, type StandingGuardianship } from './standing.ts'

export type GuardianshipChanges = {
  guardsOpened: number
  guardsClosed: number
  /** of those who both stay: what a file without its column of guardians would show in */
  guardsInKept: { standing: number; closed: number }
  /** by guardian, the children they come to guard by it, those they guard no more, and those of before who stay */
  guardsNew: Map<string, number>
  guardsLost: Map<string, number>
  guardsHeld: Map<string, number>
}

type Pair = Says & { learnerId: string; guardianId: string; relationship: string }
type Told = RosterGuardianship & Pair

/** Of so many learners, or guardians, the ties are held at a time. */
const peopleAtOnce = 5_000

/** Who guards whom. The tie is what opens a child's work to an adult, so that it is taken back first of all. */
export async function planGuardianships(
  planning: Planning,
  people: PeopleChanges,
): Promise<GuardianshipChanges> {
  const guardsInKept = { standing: 0, closed: 0 }
  const changes: GuardianshipChanges = {
    guardsOpened: 0,
    guardsClosed: 0,
    guardsInKept,
    guardsNew: new Map(),
    guardsLost: new Map(),
    guardsHeld: new Map(),
  }
  const { people: everybody, readGuardianships } = planning.standing
  const learners = new Set<string>()
  const spoken = new Set<string>()
  for (const { id, roles, was, isSaid } of everybody.values()) {
    if (roles.includes('student') || was?.includes('student')) learners.add(id)
    if (isSaid) spoken.add(id)
  }
  const told = new Stretches<Told>(planning.makeRows, peopleAtOnce, learners)
  for await (const rows of planning.roster.guardianships.stretches())
    for (const one of rows) {
      const pair = pairOf(planning, people, one)
      if (pair) told.push(pair.learnerId, { ...one, ...pair })
    }
  for (const { ids, rows } of told) {
    const standing = await readGuardianships(ids)
    await planTold(planning, people, { rows, standing, spoken }, changes)
  }
  // of those alone who come to more: to know it of everybody takes a large district's memory
  const come = [...changes.guardsNew.keys()]
  for (let at = 0; at < come.length; at += peopleAtOnce)
    for (const [id, children] of await planning.standing.countGuarded(come.slice(at, at + peopleAtOnce)))
      changes.guardsHeld.set(id, children - (changes.guardsLost.get(id) ?? 0))
  return changes
}

type Some = {
  rows: Rows<Told>
  /** by learner */
  standing: Map<string, StandingGuardianship[]>
  spoken: ReadonlySet<string>
}

async function planTold(
  planning: Planning,
  people: PeopleChanges,
  { rows, standing, spoken }: Some,
  changes: GuardianshipChanges,
): Promise<void> {
  const { today } = planning.standing
  const wanted = new Map<string, Told>()
  const refused = new Set<string>()
  for await (const some of rows.stretches())
    for (const one of some) {
      const key = `${one.learnerId} ${one.guardianId}`
      const detail = `${one.guardianKey} ${one.learnerKey}`
      const open = standing
        .get(one.learnerId)
        ?.find((row) => row.guardianId === one.guardianId && isOpen(row, today))
      // what the office ended stays ended; where it opened the tie again by hand, that one stands
      const isEnded = planning.standing.apart.has(key) && open === undefined
      if (one.maySee && !isEnded) wanted.set(key, { ...one, ...both(one, wanted.get(key)) })
      else {
        note(planning.oddities, { ...one, code: one.maySee ? 'ended_by_hand' : 'custody_limited', detail })
        // of two rows the one that limits is heard
        if (!one.maySee) refused.add(key)
      }
    }
  for (const key of refused) wanted.delete(key)
  for (const pair of wanted.values())
    openGuardianship(planning, pair, { rows: standing.get(pair.learnerId) ?? [], spoken }, changes)
  for (const row of [...standing.values()].flat()) {
    if (!row.own || !isOpen(row, today)) continue
    const isKept = !people.away.has(row.learnerId) && !people.away.has(row.guardianId)
    if (isKept) changes.guardsInKept.standing += 1
    if (staysOpen(planning, people, { row, wanted, refused, spoken })) continue
    planning.writes.guardianships.push({ ...row, isNew: false, closedOn: later(today, row.openedOn) })
    changes.guardsClosed += 1
    addOne(changes.guardsLost, row.guardianId)
    if (isKept && !refused.has(`${row.learnerId} ${row.guardianId}`)) changes.guardsInKept.closed += 1
  }
}

const addOne = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)

/** Feeds write the guardian on the child's row, or the child on the guardian's: who is the learner says which. */
function pairOf(planning: Planning, people: PeopleChanges, one: RosterGuardianship): Pair | undefined {
  const keys = [one.learnerKey, one.guardianKey]
  const [first, second] = keys.map((key) => personHere(planning, people, key))
  if (first === undefined || second === undefined) {
    const missing = first === undefined ? one.learnerKey : one.guardianKey
    reject(planning, { ...one, code: 'unknown_person', detail: missing })
    return undefined
  }
  const [isFirst, isSecond] = [first.roles.includes('student'), second.roles.includes('student')]
  if (isFirst === isSecond || first.id === second.id) {
    const code = isFirst === isSecond ? 'not_a_student' : 'guards_self'
    reject(planning, { ...one, code, detail: keys.join(' ') })
    return undefined
  }
  const relationship = one.relationship || 'guardian'
  return isFirst
    ? { learnerId: first.id, guardianId: second.id, relationship, learnerSays: true, guardianSays: null }
    : {
        learnerId: second.id,
        guardianId: first.id,
        relationship,
        learnerSays: false,
        guardianSays: keys[0] ?? null,
      }
}

function openGuardianship(
  planning: Planning,
  { learnerId, guardianId, relationship, learnerSays, guardianSays }: Pair,
  { rows, spoken }: { rows: readonly StandingGuardianship[]; spoken: ReadonlySet<string> },
  changes: GuardianshipChanges,
): void {
  const { standing, writes, makeId } = planning
  const { today } = standing
  const open = rows.find((row) => row.guardianId === guardianId && isOpen(row, today))
  if (open === undefined) {
    const fresh = { id: makeId(), isNew: true, openedOn: today, closedOn: null }
    writes.guardianships.push({ ...fresh, learnerId, guardianId, relationship, learnerSays, guardianSays })
    changes.guardsOpened += 1
    addOne(changes.guardsNew, guardianId)
    return
  }
  const says = both({ learnerSays, guardianSays }, stillSays(planning, open, spoken))
  if (open.own && (open.relationship !== relationship || !sameSays(open, says)))
    writes.guardianships.push({ ...open, ...says, isNew: false, relationship })
}

const both = (one: Says, other: Says | undefined): Says => ({
  learnerSays: one.learnerSays || (other?.learnerSays ?? false),
  guardianSays: one.guardianSays ?? other?.guardianSays ?? null,
})

const sameSays = (one: Says, other: Says) =>
  one.learnerSays === other.learnerSays && one.guardianSays === other.guardianSays

/** What was said of a tie by records that did not come now. */
const stillSays = (
  { standing }: Planning,
  { learnerId, learnerSays, guardianSays }: StandingGuardianship,
  spoken: ReadonlySet<string>,
): Says => ({
  learnerSays: learnerSays && !spoken.has(learnerId),
  guardianSays: guardianSays !== null && standing.people.get(guardianSays)?.isSaid ? null : guardianSays,
})

type Question = {
  row: StandingGuardianship
  wanted: ReadonlyMap<string, Pair>
  refused: ReadonlySet<string>
  spoken: ReadonlySet<string>
}

function staysOpen(
  planning: Planning,
  people: PeopleChanges,
  { row, wanted, refused, spoken }: Question,
): boolean {
  const key = `${row.learnerId} ${row.guardianId}`
  if (refused.has(key) || people.away.has(row.learnerId) || people.away.has(row.guardianId)) return false
  if (wanted.has(key)) return true
  if (people.untouched.has(row.learnerId) || people.untouched.has(row.guardianId)) return true
  const { guardianships: mode } = planning.roster.modes
  // a record that came and says no more what it said ends the tie; one that never said it says nothing
  return mode === 'absent' || (mode === 'delta' && sameSays(row, stillSays(planning, row, spoken)))
}
