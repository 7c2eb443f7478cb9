import type { RosterRole } from './roster.ts'

/** What a feed's names mean here today; a plan compares a roster with it. */
export type Standing = {
  today: string
  schools: Map<string, StandingSchool>
  terms: Map<string, StandingTerm>
  classes: Map<string, StandingClass>
  /** all whom the feed ever named, as they stand, and once a roster said who is here, as they will be */
  people: Map<string, PersonHere>
  /** adults by what tells that two records are one of them */
  humans: Map<string, string>
  /** learner and guardian, whose tie the office ended by hand: no file opens it again */
  apart: Set<string>
  /** by person */
  duties: Map<string, StandingDuty[]>
} & StandingReads

/** What is too much to be held at once is read for some at a time. */
export type StandingReads = {
  /** by key */
  readPeople: (keys: readonly string[]) => Promise<Map<string, StandingPerson>>
  /** by class and then by person; of those made by hand too, which a feed satisfies itself with */
  readEnrollments: (classIds: readonly string[]) => Promise<Map<string, Map<string, StandingEnrollment[]>>>
  /** the ids of enrollments by the ids the feed gave them */
  findEnrollments: (sourcedIds: readonly string[]) => Promise<Map<string, string>>
  /** by learner */
  readGuardianships: (learnerIds: readonly string[]) => Promise<Map<string, StandingGuardianship[]>>
  /** by guardian, how many children they guard today, whoever said so */
  countGuarded: (guardianIds: readonly string[]) => Promise<Map<string, number>>
}

/** As much of somebody as is held of everybody. */
export type PersonHere = {
  id: string
  name: string
  roles: readonly RosterRole[]
  grade: string | undefined
  leftOn: string | null
  /** what they were before this roster, of whoever was here */
  was: readonly RosterRole[] | undefined
  /** this roster says that they are here */
  isSaid: boolean
}

type Known = { id: string; leftOn: string | null }
export type StandingSchool = Known & {
  name: string
  /** what the feed called it when the office gave it the name it has; a file that still says so leaves it */
  insteadOf?: string | null
  /** the office closed it, and has not opened it again */
  closed?: boolean
}
export type StandingTerm = Known & { name: string; opensOn: string; closesOn: string }
export type StandingClass = Known & {
  name: string
  schoolId: string
  opensOn: string
  closesOn: string
  /** the office closed it by hand, and has not opened it again */
  archived?: boolean
}
export type StandingPerson = Known & {
  given: string
  family: string
  legalGiven: string | null
  legalFamily: string | null
  facts: PersonFacts
  /** the office gave them their name by hand since */
  named?: boolean
}

/** What a feed last said of a person, raw; the names of `person` are our reading of it. */
export type PersonFacts = {
  given: string
  family: string
  roles: RosterRole[]
  grades: string[]
  email: string
  username: string
  master: string
  identifiers: string[]
  born?: string
}

type Tie = {
  id: string
  openedOn: string
  closedOn: string | null
  /** came from this feed, so that this feed may close it */
  own: boolean
}
export type StandingEnrollment = Tie & {
  classId: string
  personId: string
  role: 'student' | 'teacher'
  grade: string | null
  sourcedId: string | null
}
export type StandingGuardianship = Tie &
  Says & { learnerId: string; guardianId: string; relationship: string }
/** Which record names the other: the learner's, or the one of the guardian with this key. */
export type Says = { learnerSays: boolean; guardianSays: string | null }
export type StandingDuty = Tie & { personId: string; schoolId: string | null; kind: string }

export const isOpen = (tie: { closedOn: string | null }, today: string): boolean =>
  tie.closedOn === null || tie.closedOn > today

export const later = (one: string, other: string): string => (one > other ? one : other)
export const earlier = (one: string, other: string): string => (one < other ? one : other)

export type Days = { opensOn: string; closesOn: string }

/** Until when a class may begin to be one of those there are, and one of those that are held today or soon. */
export const endsOfSight = (today: string) => ({
  all: '9999-12-31',
  now: new Date(Date.parse(today) + 21 * 86_400_000).toISOString().slice(0, 10),
})
export const isSeen = ({ opensOn, closesOn }: Days, today: string, until: string): boolean =>
  closesOn > today && opensOn <= until

export type Balance = { lost: number; come: number }

/** What a class was and what it is to be, weighed for both sights of it. */
export function weigh(
  today: string,
  balances: { all: Balance; now: Balance },
  ...days: [before: Days | undefined, after: Days | undefined]
): void {
  const until = endsOfSight(today)
  for (const which of ['all', 'now'] as const) {
    const [was, is] = days.map((one) => one !== undefined && isSeen(one, today, until[which]))
    if (was && !is) balances[which].lost += 1
    if (!was && is) balances[which].come += 1
  }
}

/** The school year a day is in, from August to July, for what comes without dates. */
export function schoolYearOf(day: string): Days {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0)
  return { opensOn: `${year}-08-01`, closesOn: `${year + 1}-07-31` }
}
