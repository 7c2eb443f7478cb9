import type { Names } from '../register/registered.ts'
import { type AnomalyCode, findAnomalies } from './anomalies.ts'
import type { Rows } from './rows.ts'
import { planPeople } from './people-plan.ts'
import { planPlaces } from './places-plan.ts'
import type { Rejected, Roster, RosterOddity } from './roster.ts'
import { type RosterStory, tellStory } from './roster-story.ts'
import type { MakeRows } from './rows.ts'
import type { PersonFacts, Says, Standing } from './standing.ts'
import { planTies } from './ties-plan.ts'

/** Everything an import writes; nothing else is touched by it. */
export type RosterWrites = {
  keys: Rows<KeyWrite>
  schools: Rows<Fresh & { name: string }>
  terms: Rows<Fresh & PlaceDays>
  classes: Rows<Fresh & PlaceDays>
  people: Rows<Fresh & Names>
  enrollments: Rows<EnrollmentWrite>
  guardianships: Rows<GuardianshipWrite>
  duties: Rows<DutyWrite>
}
type Fresh = { id: string; isNew: boolean }
type PlaceDays = { name: string; schoolId: string; opensOn: string; closesOn: string }
export type KeyWrite = {
  kind: 'school' | 'term' | 'class' | 'person'
  key: string
  id: string
  /** of persons; none leaves what was said of them before */
  facts: PersonFacts | null
  leftOn: string | null
}
export type EnrollmentWrite = Fresh & {
  classId: string
  personId: string
  role: 'student' | 'teacher'
  grade: string | null
  openedOn: string
  closedOn: string | null
  sourcedId: string | null
}
export type GuardianshipWrite = Fresh &
  Says & {
    learnerId: string
    guardianId: string
    relationship: string
    openedOn: string
    closedOn: string | null
  }
export type DutyWrite = Fresh & {
  personId: string
  schoolId: string
  kind: 'principal'
  openedOn: string
  closedOn: string | null
}

/** What the world outside gives to a comparison. */
export type Tools = {
  makeId: () => string
  makeRows: MakeRows
  /** of what is to be written */
  makeWrites: MakeRows
  /** what somebody who knows says is right */
  accepts: readonly AnomalyCode[]
}

/** One comparison in the making: what is asked, what is known, and what comes of it. */
export type Planning = Tools & {
  roster: Roster
  standing: Standing
  writes: RosterWrites
  rejected: Rows<Rejected>
  oddities: RosterOddity[]
  /** what the feed's keys are here, those that stand and those that come */
  schoolIds: Map<string, string>
  classIds: Map<string, string>
  /** days of every class, as they will be */
  classDays: Map<string, { name: string; schoolId: string; opensOn: string; closesOn: string }>
}

export type RosterPlan = {
  writes: RosterWrites
  story: RosterStory
}

/**
 * What a roster would change. Absent in a complete file means inactive: ties close by date, and nobody and no
 * work is ever removed. The same roster a second time changes nothing.
 */
export async function planRoster(roster: Roster, standing: Standing, tools: Tools): Promise<RosterPlan> {
  const { makeRows, makeWrites } = tools
  const planning: Planning = {
    roster,
    standing,
    ...tools,
    writes: {
      keys: makeWrites(),
      schools: makeWrites(),
      terms: makeWrites(),
      classes: makeWrites(),
      people: makeWrites(),
      enrollments: makeWrites(),
      guardianships: makeWrites(),
      duties: makeWrites(),
    },
    rejected: makeRows(),
    oddities: [...roster.oddities],
    schoolIds: new Map(),
    classIds: new Map(),
    classDays: new Map(),
  }
  for (const one of roster.rejected) planning.rejected.push(one)
  const places = planPlaces(planning)
  const people = await planPeople(planning)
  const ties = await planTies(planning, people)
  const changes = { places, people, ties }
  const story = tellStory(planning, changes, findAnomalies(planning, changes))
  return { writes: planning.writes, story }
}

export function reject(planning: Planning, at: Rejected): void {
  planning.rejected.push({ file: at.file, row: at.row, code: at.code, detail: at.detail.slice(0, 120) })
}

/** An oddity is told once a file, with how often it occurs and where first. */
export function note(list: RosterOddity[], one: Omit<RosterOddity, 'count'>): void {
  const told = list.find(({ code, file }) => code === one.code && file === one.file)
  if (told) told.count += 1
  // what is handed in may be a whole record, of which nothing else is to be told
  else list.push({ file: one.file, row: one.row, code: one.code, detail: one.detail.slice(0, 120), count: 1 })
}
