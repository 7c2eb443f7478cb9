import { isHere, type PeopleChanges } from './people-plan.ts'
import type { RosterGuardianship } from './roster.ts'
import { note, type Planning, reject } from './roster-plan.ts'
import { isOpen, later, type StandingGuardianship } from './standing.ts'

export type GuardianshipChanges = {
  guardsOpened: number
  guardsClosed: number
  dutiesOpened: number
  dutiesClosed: number
}

type Pair = { learnerId: string; guardianId: string; relationship: string }

/** Who guards whom. The tie is what opens a child's work to an adult, so that it is taken back first of all. */
export function planGuardianships(planning: Planning, people: PeopleChanges): GuardianshipChanges {
  const changes = { guardsOpened: 0, guardsClosed: 0, dutiesOpened: 0, dutiesClosed: 0 }
  const wanted = new Map<string, Pair>()
  const refused = new Set<string>()
  for (const one of planning.roster.guardianships) {
    const pair = pairOf(planning, people, one)
    if (pair === undefined) continue
    const key = `${pair.learnerId} ${pair.guardianId}`
    if (one.maySee && endedByHand(planning, pair)) {
      note(planning.oddities, {
        ...one,
        code: 'ended_by_hand',
        detail: `${one.guardianKey} ${one.learnerKey}`,
      })
    } else if (one.maySee) wanted.set(key, pair)
    else {
      // of two rows the one that limits is heard
      refused.add(key)
      note(planning.oddities, {
        ...one,
        code: 'custody_limited',
        detail: `${one.guardianKey} ${one.learnerKey}`,
      })
    }
  }
  for (const key of refused) wanted.delete(key)
  for (const pair of wanted.values()) openGuardianship(planning, pair, changes)
  const spoken = new Set([...people.records.keys()].flatMap((key) => planning.personIds.get(key) ?? []))
  for (const row of [...planning.standing.guardianships.values()].flat()) {
    if (!row.own || !isOpen(row, planning.standing.today)) continue
    if (staysOpen(planning, people, { row, wanted, refused, spoken })) continue
    const closedOn = later(planning.standing.today, row.openedOn)
    planning.writes.guardianships.push({ ...row, isNew: false, closedOn })
    changes.guardsClosed += 1
  }
  planDuties(planning, people, changes)
  return changes
}

/** Feeds write the guardian on the child's row, or the child on the guardian's: who is the learner says which. */
function pairOf(planning: Planning, people: PeopleChanges, one: RosterGuardianship): Pair | undefined {
  const keys = [one.learnerKey, one.guardianKey]
  const missing = keys.find((key) => !isHere(planning, people, key))
  if (missing !== undefined) {
    reject(planning, { ...one, code: 'unknown_person', detail: missing })
    return undefined
  }
  const [isFirst, isSecond] = keys.map((key) => rolesOf(planning, people, key).includes('student'))
  const [learnerKey, guardianKey] = isFirst ? keys : keys.toReversed()
  if (isFirst === isSecond) {
    reject(planning, { ...one, code: 'not_a_student', detail: keys.join(' ') })
    return undefined
  }
  const learnerId = planning.personIds.get(learnerKey ?? '') ?? ''
  const guardianId = planning.personIds.get(guardianKey ?? '') ?? ''
  if (learnerId === guardianId) {
    reject(planning, { ...one, code: 'guards_self', detail: keys.join(' ') })
    return undefined
  }
  return { learnerId, guardianId, relationship: one.relationship || 'guardian' }
}

/** What the office ended stays ended; where it opened the tie again by hand, that one stands. */
function endedByHand({ standing }: Planning, { learnerId, guardianId }: Pair): boolean {
  if (!standing.apart.has(`${learnerId} ${guardianId}`)) return false
  const rows = standing.guardianships.get(learnerId) ?? []
  return !rows.some((row) => row.guardianId === guardianId && isOpen(row, standing.today))
}

function rolesOf(planning: Planning, people: PeopleChanges, key: string): readonly string[] {
  return (
    people.records.get(key)?.roles.map(({ role }) => role) ??
    planning.standing.people.get(key)?.facts.roles ??
    []
  )
}

function openGuardianship(planning: Planning, pair: Pair, changes: GuardianshipChanges): void {
  const { standing, writes } = planning
  const rows = standing.guardianships.get(pair.learnerId) ?? []
  const open = rows.find((row) => row.guardianId === pair.guardianId && isOpen(row, standing.today))
  if (open === undefined) {
    const id = planning.makeId()
    writes.guardianships.push({ ...pair, id, isNew: true, openedOn: standing.today, closedOn: null })
    changes.guardsOpened += 1
  } else if (open.own && open.relationship !== pair.relationship) {
    writes.guardianships.push({ ...open, isNew: false, relationship: pair.relationship })
  }
}

type Question = {
  row: StandingGuardianship
  wanted: Map<string, Pair>
  refused: Set<string>
  spoken: Set<string>
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
  const wanted = new Set<string>()
  for (const [key, record] of people.records) {
    const personId = planning.personIds.get(key) ?? ''
    for (const { role, schoolKey } of record.roles) {
      const schoolId = planning.schoolIds.get(schoolKey)
      if (role !== 'principal' || schoolId === undefined || wanted.has(`${personId} ${schoolId}`)) continue
      wanted.add(`${personId} ${schoolId}`)
      const rows = standing.duties.get(personId) ?? []
      if (
        rows.some(
          (row) => row.schoolId === schoolId && row.kind === 'principal' && isOpen(row, standing.today),
        )
      )
        continue
      const id = planning.makeId()
      writes.duties.push({
        id,
        isNew: true,
        personId,
        schoolId,
        kind: 'principal',
        openedOn: standing.today,
        closedOn: null,
      })
      changes.dutiesOpened += 1
    }
  }
  for (const row of [...standing.duties.values()].flat()) {
    if (
      !row.own ||
      row.schoolId === null ||
      !isOpen(row, standing.today) ||
      people.untouched.has(row.personId)
    )
      continue
    const isSpokenOf = roster.modes.people === 'bulk' || people.away.has(row.personId)
    if (!isSpokenOf || wanted.has(`${row.personId} ${row.schoolId}`)) continue
    const closedOn = later(standing.today, row.openedOn)
    writes.duties.push({ ...row, schoolId: row.schoolId, kind: 'principal', isNew: false, closedOn })
    changes.dutiesClosed += 1
  }
}
