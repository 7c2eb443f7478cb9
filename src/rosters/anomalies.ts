import type { PeopleChanges } from './people-plan.ts'
import type { PlaceChanges } from './places-plan.ts'
import type { Planning } from './roster-plan.ts'
import { endsOfSight, isSeen } from './standing.ts'
import type { TieChanges } from './ties-plan.ts'

/**
 * What stops an import until somebody who knows says that it is right. A file cut in half, yesterday's export of
 * another district, a filter set wrongly: they all look like this.
 */
export const anomalyCodes = [
  'learners_vanish',
  'staff_vanish',
  'guardians_vanish',
  'guardianships_vanish',
  'guards_many',
  'every_teacher_leaves',
  'school_vanishes',
  'classes_vanish',
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

/** Foster families are large; an address that stands where nothing is known has a whole school for children. */
const mostChildren = 15

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
  const { guardsInKept: guards } = ties
  if (changesTooMuch(guards.closed, guards.standing))
    say('guardianships_vanish', guards.closed, guards.standing)
  // some more each night become as many as all at once
  const many = [...ties.guardsNew]
    .map(([id, fresh]): [string, number] => [id, fresh + (ties.guardsHeld.get(id) ?? 0)])
    .filter(([, children]) => children > mostChildren)
  if (many.length > 0) say('guards_many', many.length, mostChildren, namesOfMany(planning, many))
  const allLeave = teachers > 0 && leaving === teachers
  if (allLeave) say('every_teacher_leaves', teachers, teachers)
  const { standingInKept: stood, closedInKept: closes } = ties
  if (stood.teacher > 1 && closes.teacher === stood.teacher && teachers > 0 && !allLeave)
    say('every_teacher_leaves', closes.teacher, stood.teacher)
  const [closing, stand] = [closes.student + closes.teacher, stood.student + stood.teacher]
  if (changesTooMuch(closing, stand)) say('enrollments_vanish', closing, stand)
  const schools = new Set([...places.schools.gone, ...schoolsEmptied(planning, ties)])
  if (schools.size > 0)
    say('school_vanishes', schools.size, planning.standing.schools.size, [...schools].join(', '))
  tellClasses(planning, places.classes, say)
  tellStrangers(planning, people, say)
  return found
}

/** One school of many is too little of a district to show in the whole of it. */
function schoolsEmptied({ standing }: Planning, { atSchools }: TieChanges): string[] {
  return [...standing.schools.values()].flatMap(({ id, name }) => {
    const { places, left, away } = atSchools.get(id) ?? {}
    return away && away.size >= fewest && left === places ? [name] : []
  })
}

function namesOfMany({ standing }: Planning, many: readonly [string, number][]): string {
  const children = new Map(many)
  const told = [...standing.people].filter(([, { id }]) => children.has(id))
  return told.map(([key, { id }]) => `${key} (${children.get(id)})`).join(', ')
}

/**
 * A new term closes many and opens as many; a table of classes that is empty or cut short only closes, and so does one
 * of another year, past or next, for those who are in them today.
 */
function tellClasses(
  { standing: { classes, today } }: Planning,
  changes: PlaceChanges['classes'],
  say: (code: AnomalyCode, count: number, of: number) => void,
): void {
  const until = endsOfSight(today)
  for (const which of ['all', 'now'] as const) {
    const { lost, come } = changes[which]
    const open = [...classes.values()].filter(
      (one) => one.leftOn === null && isSeen(one, today, until[which]),
    ).length
    const fewer = lost - come
    if (changesTooMuch(fewer, open) || (fewer > 0 && fewer === open)) return say('classes_vanish', lost, open)
  }
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
