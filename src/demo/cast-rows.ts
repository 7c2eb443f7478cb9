import { dayOf, daysBefore } from './calendar.ts'
import type { Day, DemoEnrollment, DemoPerson } from './cast-shape.ts'
import { demoId } from './seeded.ts'

/** A learner as one line: usual name, grade this year, and whatever is unusual about the way they came. */
export type LearnerRow = {
  key: string
  name: [given: string, family: string]
  grade: string
  legal?: [given: string, family: string]
  locale?: string
  newcomer?: boolean
  joined?: number
  left?: number
}

/** Everybody in the demo signs in with this. */
export const demoPassword = 'cairn-stones'

type PersonRow = {
  key: string
  name: [string, string]
  legal?: [string, string]
  username?: string
  locale?: string
}

export function person(row: PersonRow, districtId: string): DemoPerson {
  return {
    id: demoId(`person ${row.key}`),
    key: row.key,
    districtId,
    givenName: row.name[0],
    familyName: row.name[1],
    ...(row.legal && { legalGivenName: row.legal[0], legalFamilyName: row.legal[1] }),
    username: row.username ?? row.key,
    password: demoPassword,
    ...(row.locale && { locale: row.locale }),
  }
}

export function personId(key: string): string {
  return demoId(`person ${key}`)
}

export function classId(key: string): string {
  return demoId(`class ${key}`)
}

type Spell = { class: string; person: string; grade?: string; openedOn: Day; closedOn?: Day }

/** One enrollment of one person in one class, as a student unless `role` says otherwise. */
export function enrollment(spell: Spell, role: 'student' | 'teacher' = 'student'): DemoEnrollment {
  return {
    id: demoId(`enrollment ${spell.class} ${spell.person} ${role}`),
    classId: classId(spell.class),
    personId: personId(spell.person),
    role,
    ...(spell.grade && { grade: spell.grade }),
    openedOn: spell.openedOn,
    ...(spell.closedOn && { closedOn: spell.closedOn }),
  }
}

export function gradeBefore(grade: string): string {
  return grade === '1' ? 'K' : String(Number(grade) - 1)
}

/** The later of a joining day and the day the class opened. */
export function joinedOn(today: Date, daysAgo: number | undefined, opensOn: Day): Day {
  const joined = daysAgo === undefined ? opensOn : dayOf(daysBefore(today, daysAgo))
  return joined > opensOn ? joined : opensOn
}
