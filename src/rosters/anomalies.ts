import type { PeopleChanges } from './people-plan.ts'
import type { PlaceChanges } from './places-plan.ts'
import type { Planning } from './roster-plan.ts'
import type { TieChanges } from './ties-plan.ts'

/**
 * What stops an import until somebody who knows says that it is right. A file cut in half, yesterday's export of
 * another district, a filter set wrongly: they all look like this.
 */
export const anomalyCodes = [
  'learners_vanish',
  'staff_vanish',
  'guardians_vanish',
  'every_teacher_leaves',
  'school_vanishes',
  'enrollments_vanish',
  'another_district',
  'nobody_in_it',
  'another_person',
  'perhaps_another',
] as const
export type AnomalyCode = (typeof anomalyCodes)[number]
export type Anomaly = { code: AnomalyCode; count: number; of: number; detail: string }

/** More than this share gone is more than a night brings. */
const mostShare = 0.2
/** A class of five may lose two. */
const fewest = 5

const changesTooMuch = (count: number, of: number) => count >= fewest && count > of * mostShare

export function findAnomalies(
  planning: Planning,
  { places, people, ties }: { places: PlaceChanges; people: PeopleChanges; ties: TieChanges },
): Anomaly[] {
  const found: Anomaly[] = []
  const say = (code: AnomalyCode, count: number, of: number, detail = '') =>
    found.push({ code, count, of, detail: detail.slice(0, 200) })
  const { learners, staff, guardians, teachers, leaving } = countThoseBefore(planning, people)
  if (changesTooMuch(people.leave.learners, learners)) say('learners_vanish', people.leave.learners, learners)
  if (changesTooMuch(people.leave.staff, staff)) say('staff_vanish', people.leave.staff, staff)
  if (changesTooMuch(people.leave.guardians, guardians))
    say('guardians_vanish', people.leave.guardians, guardians)
  const allLeave = teachers > 0 && leaving === teachers
  if (allLeave) say('every_teacher_leaves', teachers, teachers)
  const { standingInKept: stood, closedInKept: closes } = ties
  if (stood.teacher > 1 && closes.teacher === stood.teacher && teachers > 0 && !allLeave)
    say('every_teacher_leaves', closes.teacher, stood.teacher)
  const [closing, stand] = [closes.student + closes.teacher, stood.student + stood.teacher]
  if (changesTooMuch(closing, stand)) say('enrollments_vanish', closing, stand)
  if (places.schools.gone.length > 0)
    say(
      'school_vanishes',
      places.schools.gone.length,
      planning.standing.schools.size,
      places.schools.gone.join(', '),
    )
  tellStrangers(planning, people, say)
  return found
}

/** Those who were here before this roster, and how many of the teachers it takes away. */
function countThoseBefore({ standing }: Planning, { away }: PeopleChanges) {
  const counts = { learners: 0, staff: 0, guardians: 0, teachers: 0, leaving: 0 }
  for (const { id, was } of standing.people.values()) {
    if (was === undefined) continue
    const isLearner = was.includes('student')
    if (isLearner) counts.learners += 1
    if (was.includes('guardian')) counts.guardians += 1
    if (!isLearner && !was.includes('guardian')) counts.staff += 1
    if (!was.includes('teacher')) continue
    counts.teachers += 1
    if (away.has(id)) counts.leaving += 1
  }
  return counts
}

function tellStrangers(
  planning: Planning,
  people: PeopleChanges,
  say: (code: AnomalyCode, count: number, of: number, detail?: string) => void,
): void {
  const { roster, standing } = planning
  const named = roster.people.length
  const { known, before } = people
  if (roster.modes.people === 'bulk' && named === 0) say('nobody_in_it', 0, before.size)
  const schools = roster.schools.filter(({ key }) => standing.schools.has(key)).length
  const areStrangers = before.size >= fewest && named >= fewest && known < named / 2
  const isElsewhere = standing.schools.size > 0 && roster.schools.length > 0 && schools === 0
  if (areStrangers && (isElsewhere || known < named * 0.1)) say('another_district', named - known, named)
  const { others, siblings } = people
  if (others.length > 0) say('another_person', others.length, named, others.join(', '))
  if (siblings.length > 0) say('perhaps_another', siblings.length, named, siblings.join(', '))
}
