import type { Anomaly } from './anomalies.ts'
import type { Kind, PeopleChanges } from './people-plan.ts'
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
      join: people.join,
      leave: people.leave,
      return: people.return,
      rename: people.rename,
      together: people.together,
    },
    moves: listMoves(planning, ties),
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
    rejected: { count: planning.rejected.length, some: planning.rejected.first(most) },
    oddities: planning.oddities.slice(0, most),
    changesNothing: Object.values(writes).every((one) => one.length === 0),
  }
}

const list = (names: readonly string[]): Listed => ({ count: names.length, some: names.slice(0, most) })

export const nobodyYet = (): Group => ({ count: 0, some: [], learners: 0, staff: 0, guardians: 0 })

export function tell(group: Group, kind: Kind, name: string): void {
  group.count += 1
  group[counted[kind]] += 1
  if (group.some.length < most) group.some.push(name)
}
const counted = { learner: 'learners', staff: 'staff', guardian: 'guardians' } as const

/** Learners who come out of one class and into another. */
function listMoves({ standing }: Planning, { moves }: TieChanges): Listed {
  const moved = [...moves].filter(([, { from, to }]) => from.length > 0 && to.length > 0)
  const told = new Map(moved.slice(0, most).map(([id]) => [id, '']))
  for (const { id, name } of standing.people.values()) if (told.has(id)) told.set(id, name)
  const some = moved
    .slice(0, most)
    .map(([id, way]) => `${told.get(id) ?? ''}: ${few(way.from)} → ${few(way.to)}`)
  return { count: moved.length, some }
}

const few = (names: readonly string[]) =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ')
