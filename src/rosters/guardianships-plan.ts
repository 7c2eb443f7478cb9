import { type PeopleChanges, personHere } from './people-plan.ts'
import type { Rows } from './rows.ts'
import type { RosterGuardianship } from './roster.ts'
import { note, type Planning, reject } from './roster-plan.ts'
import { Stretches } from './rows.ts'
import { isOpen, later, type StandingGuardianship } from './standing.ts'

export type GuardianshipChanges = {
  guardsOpened: number
  guardsClosed: number
  dutiesOpened: number
  dutiesClosed: number
}

type Pair = { learnerId: string; guardianId: string; relationship: string }
type Told = RosterGuardianship & Pair

/** So many learners' guardians are held at a time. */
const learnersAtOnce = 10_000

/** Who guards whom. The tie is what opens a child's work to an adult, so that it is taken back first of all. */
export async function planGuardianships(
  planning: Planning,
  people: PeopleChanges,
): Promise<GuardianshipChanges> {
  const changes = { guardsOpened: 0, guardsClosed: 0, dutiesOpened: 0, dutiesClosed: 0 }
  const { people: everybody, readGuardianships } = planning.standing
  const learners = new Set<string>()
  const spoken = new Set<string>()
  for (const { id, roles, was, isSaid } of everybody.values()) {
    if (roles.includes('student') || was?.includes('student')) learners.add(id)
    if (isSaid && planning.roster.modes.guardianships === 'delta') spoken.add(id)
  }
  const told = new Stretches<Told>(planning.makeRows, learnersAtOnce, learners)
  for (const one of planning.roster.guardianships) {
    const pair = pairOf(planning, people, one)
    if (pair) told.push(pair.learnerId, { ...one, ...pair })
  }
  for (const { ids, rows } of told) {
    const standing = await readGuardianships(ids)
    planTold(planning, people, { rows, standing, spoken }, changes)
  }
  planDuties(planning, people, changes)
  return changes
}

type Some = {
  rows: Rows<Told>
  /** by learner */
  standing: Map<string, StandingGuardianship[]>
  spoken: ReadonlySet<string>
}

function planTold(
  planning: Planning,
  people: PeopleChanges,
  { rows, standing, spoken }: Some,
  changes: GuardianshipChanges,
): void {
  const { today } = planning.standing
  const wanted = new Map<string, Told>()
  const refused = new Set<string>()
  for (const one of rows) {
    const key = `${one.learnerId} ${one.guardianId}`
    const detail = `${one.guardianKey} ${one.learnerKey}`
    const open = standing
      .get(one.learnerId)
      ?.find((row) => row.guardianId === one.guardianId && isOpen(row, today))
    // what the office ended stays ended; where it opened the tie again by hand, that one stands
    const isEnded = planning.standing.apart.has(key) && open === undefined
    if (one.maySee && !isEnded) wanted.set(key, one)
    else {
      note(planning.oddities, { ...one, code: one.maySee ? 'ended_by_hand' : 'custody_limited', detail })
      // of two rows the one that limits is heard
      if (!one.maySee) refused.add(key)
    }
  }
  for (const key of refused) wanted.delete(key)
  for (const pair of wanted.values())
    openGuardianship(planning, pair, standing.get(pair.learnerId) ?? [], changes)
  for (const row of [...standing.values()].flat()) {
    if (!row.own || !isOpen(row, today)) continue
    if (staysOpen(planning, people, { row, wanted, refused, spoken })) continue
    planning.writes.guardianships.push({ ...row, isNew: false, closedOn: later(today, row.openedOn) })
    changes.guardsClosed += 1
  }
}

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
  const [learnerId, guardianId] = isFirst ? [first.id, second.id] : [second.id, first.id]
  return { learnerId, guardianId, relationship: one.relationship || 'guardian' }
}

function openGuardianship(
  { standing, writes, makeId }: Planning,
  { learnerId, guardianId, relationship }: Pair,
  rows: readonly StandingGuardianship[],
  changes: GuardianshipChanges,
): void {
  const { today } = standing
  const open = rows.find((row) => row.guardianId === guardianId && isOpen(row, today))
  if (open === undefined) {
    const fresh = { id: makeId(), isNew: true, openedOn: today, closedOn: null }
    writes.guardianships.push({ ...fresh, learnerId, guardianId, relationship })
    changes.guardsOpened += 1
  } else if (open.own && open.relationship !== relationship) {
    writes.guardianships.push({ ...open, isNew: false, relationship })
  }
}

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
  // a changed learner's row names every guardian; one that is not there says nothing
  return mode === 'absent' || (mode === 'delta' && !spoken.has(row.learnerId))
}

/** Principals see names and counts of their school. Whoever runs a whole district is made by hand, never by a file. */
function planDuties(planning: Planning, people: PeopleChanges, changes: GuardianshipChanges): void {
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
