import type { Anomaly } from './anomalies.ts'
import type { Kind, PeopleChanges, PersonChange } from './people-plan.ts'
import type { PlaceChanges } from './places-plan.ts'
import type { Rejected, RosterFormat, RosterOddity } from './roster.ts'
import type { Planning } from './roster-plan.ts'
import type { TieChanges } from './ties-plan.ts'

/** What an import would do, or did, for somebody to read: counts first, then names, then what was wrong. */
export type RosterStory = {
  format: RosterFormat
  /** what the file holds */
  holds: { schools: number; classes: number; people: number; enrollments: number; guardianships: number }
  people: Record<'join' | 'leave' | 'return' | 'rename' | 'together', Group>
  moves: Listed
  schools: Record<'opened' | 'renamed' | 'gone', Listed>
  classes: Record<'opened' | 'changed' | 'closed', Listed>
  enrollments: { opened: number; changed: number; closed: number }
  guardianships: { opened: number; closed: number }
  duties: { opened: number; closed: number }
  anomalies: Anomaly[]
  rejected: { count: number; some: Rejected[] }
  oddities: RosterOddity[]
  changesNothing: boolean
}
export type Listed = { count: number; some: string[] }
/** People, by what they are here. */
export type Group = Listed & { learners: number; staff: number; guardians: number }

/** So many are named; a screen of more is not read. */
const most = 200

export function tellStory(
  planning: Planning,
  { places, people, ties }: { places: PlaceChanges; people: PeopleChanges; ties: TieChanges },
  anomalies: Anomaly[],
): RosterStory {
  const { roster, writes } = planning
  return {
    format: roster.format,
    holds: {
      schools: roster.schools.length,
      classes: roster.classes.length,
      people: roster.people.length,
      enrollments: roster.enrollments.length,
      guardianships: roster.guardianships.length,
    },
    people: {
      join: group(people.join),
      leave: group(people.leave),
      return: group(people.return),
      rename: group(people.rename.map((one) => ({ ...one, name: `${one.was} → ${one.name}` }))),
      together: group(people.together),
    },
    moves: listMoves(planning, people, ties),
    schools: {
      opened: list(places.schools.opened),
      renamed: list(places.schools.renamed),
      gone: list(places.schools.gone),
    },
    classes: {
      opened: list(places.classes.opened),
      changed: list(places.classes.changed),
      closed: list(places.classes.closed),
    },
    enrollments: { opened: ties.opened, changed: ties.changed, closed: ties.closed },
    guardianships: { opened: ties.guardsOpened, closed: ties.guardsClosed },
    duties: { opened: ties.dutiesOpened, closed: ties.dutiesClosed },
    anomalies,
    rejected: { count: planning.rejected.length, some: planning.rejected.slice(0, most) },
    oddities: planning.oddities.slice(0, most),
    changesNothing: Object.values(writes).every((one) => one.length === 0),
  }
}

const list = (names: readonly string[]): Listed => ({ count: names.length, some: names.slice(0, most) })

function group(changes: readonly PersonChange[]): Group {
  const of = (kind: Kind) => changes.filter((one) => one.kind === kind).length
  const counts = { learners: of('learner'), staff: of('staff'), guardians: of('guardian') }
  return { ...list(changes.map(({ name }) => name)), ...counts }
}

/** Learners who come out of one class and into another. */
function listMoves(planning: Planning, people: PeopleChanges, { moves }: TieChanges): Listed {
  const moved = [...moves].filter(([, { from, to }]) => from.length > 0 && to.length > 0)
  const names = new Map<string, string>()
  for (const { id, given, family } of planning.standing.people.values())
    names.set(id, `${given} ${family}`.trim())
  for (const [key, one] of people.records) {
    const name = `${one.usualGiven || one.given} ${one.usualFamily || one.family}`.trim()
    names.set(planning.personIds.get(key) ?? '', name)
  }
  const told = moved
    .slice(0, most)
    .map(([id, { from, to }]) => `${names.get(id) ?? ''}: ${few(from)} → ${few(to)}`)
  return { count: moved.length, some: told }
}

const few = (names: readonly string[]) =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ')
