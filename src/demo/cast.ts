import { dayOf, daysBefore, type SchoolYear, schoolYears } from './calendar.ts'
import { gradesThreeFour, kindergarten } from './cast-elementary.ts'
import { type GuardianRow, guardians } from './cast-guardians.ts'
import { afternoon, harbourPoint, movedToAfternoon, riverbend } from './cast-high-school.ts'
import { enrollment, gradeBefore, joinedOn, type LearnerRow, person, personId } from './cast-rows.ts'
import { demoClasses, demoDistricts, demoTerms, districtId, schoolId } from './cast-schools.ts'
import type { Day, DemoCast, DemoDuty, DemoEnrollment, DemoGuardianship, DemoPerson } from './cast-shape.ts'
import { staff } from './cast-staff.ts'
import { demoId } from './seeded.ts'

type Years = { today: Date; last: SchoolYear; current: SchoolYear }

/** The demo district as it would look on a given day: always in the twelfth week of its second year. */
export function demoCast(today: Date): DemoCast {
  const years = { today, ...schoolYears(today) }
  return {
    today: dayOf(today),
    districts: demoDistricts(),
    terms: demoTerms([years.last, years.current]),
    classes: demoClasses(years.last, years.current),
    people: demoPeople(),
    enrollments: [
      ...teachers(years),
      ...gradesThreeFour.flatMap((row) => inDivisionThree(row, years)),
      ...kindergarten.flatMap((row) => thisYear('kindergarten', row, years)),
      ...riverbend.flatMap((row) => inStudio(row, years)),
      ...harbourPoint.flatMap((row) => thisYear('harbour-class', row, years)),
    ],
    guardianships: [
      ...guardians.flatMap((row) => guardianships(row, years)),
      ...guardianships(['okafor', '', '', 'mother', 'ada'], years),
    ],
    duties: demoDuties(years.last.opensOn),
  }
}

function demoPeople(): DemoPerson[] {
  const away = new Set(harbourPoint.map((row) => row.key))
  return [
    ...staff.map((row) => person(row, districtId[row.district])),
    ...[...gradesThreeFour, ...kindergarten, ...riverbend].map((row) => person(row, districtId.nechako)),
    ...harbourPoint.map((row) => person(row, districtId.harbour)),
    ...guardians.map(([key, given, family, , learners, more]) => {
      const district = away.has(learners.split(' ')[0] ?? '') ? districtId.harbour : districtId.nechako
      const one = person(
        { key, name: [given, family], ...(more?.locale && { locale: more.locale }) },
        district,
      )
      const { username: _name, password: _password, ...without } = one
      return more?.byLink ? without : one
    }),
  ]
}

function teachers({ last, current }: Years): DemoEnrollment[] {
  const old = (key: string, of: string) =>
    enrollment({ class: of, person: key, openedOn: last.opensOn, closedOn: last.closesOn }, 'teacher')
  const now = (key: string, of: string) =>
    enrollment({ class: of, person: key, openedOn: current.opensOn }, 'teacher')
  return [
    old('rivera', 'division-3-last'),
    old('halvorsen', 'studio-last'),
    now('rivera', 'division-3'),
    now('dubois', 'division-3'),
    now('okafor', 'kindergarten'),
    now('halvorsen', 'morning'),
    now('halvorsen', 'afternoon'),
    now('marsh', 'harbour-class'),
  ]
}

function leftOn(today: Date, row: LearnerRow): { closedOn?: Day } {
  return row.left === undefined ? {} : { closedOn: dayOf(daysBefore(today, row.left)) }
}

function thisYear(of: string, row: LearnerRow, { today, current }: Years): DemoEnrollment[] {
  const openedOn = joinedOn(today, row.joined, current.opensOn)
  return [enrollment({ class: of, person: row.key, grade: row.grade, openedOn, ...leftOn(today, row) })]
}

function inDivisionThree(row: LearnerRow, years: Years): DemoEnrollment[] {
  const { opensOn, closesOn } = years.last
  const grade = gradeBefore(row.grade)
  const before = { class: 'division-3-last', person: row.key, grade, openedOn: opensOn, closedOn: closesOn }
  return [...(row.newcomer ? [] : [enrollment(before)]), ...thisYear('division-3', row, years)]
}

function inStudio(row: LearnerRow, years: Years): DemoEnrollment[] {
  const { today, last, current } = years
  const joined = joinedOn(today, row.joined, last.opensOn)
  const left = leftOn(today, row).closedOn
  const found: DemoEnrollment[] = []
  if (joined < last.closesOn) {
    const closedOn = left && left < last.closesOn ? left : last.closesOn
    const grade = left && left < current.opensOn ? row.grade : gradeBefore(row.grade)
    found.push(enrollment({ class: 'studio-last', person: row.key, grade, openedOn: joined, closedOn }))
  }
  if (left && left < current.opensOn) return found
  const moved = movedToAfternoon[row.key]
  const first = thisYear(afternoon.includes(row.key) ? 'afternoon' : 'morning', row, years)
  if (moved === undefined) return [...found, ...first]
  const onDay = dayOf(daysBefore(today, moved))
  const second = enrollment({ class: 'afternoon', person: row.key, grade: row.grade, openedOn: onDay })
  return [...found, ...first.map((spell) => ({ ...spell, closedOn: onDay })), second]
}

function guardianships(row: GuardianRow, { today, last }: Years): DemoGuardianship[] {
  const [key, , , relationship, learners, more] = row
  return learners.split(' ').map((learner) => ({
    id: demoId(`guardianship ${key} ${learner}`),
    learnerId: personId(learner),
    guardianId: personId(key),
    relationship,
    openedOn: last.opensOn,
    ...(more?.closed && { closedOn: dayOf(daysBefore(today, more.closed)) }),
  }))
}

function demoDuties(openedOn: Day): DemoDuty[] {
  const duty = (key: string, kind: DemoDuty['kind'], of: 'nechako' | 'harbour', at?: string): DemoDuty => ({
    id: demoId(`duty ${key} ${kind} ${at ?? of}`),
    districtId: districtId[of],
    ...(at && { schoolId: schoolId(at) }),
    personId: personId(key),
    kind,
    openedOn,
  })
  return [
    duty('chen', 'principal', 'nechako', 'cedar-hill'),
    duty('chen', 'principal', 'nechako', 'riverbend'),
    duty('chen', 'safeguarding', 'nechako'),
    duty('singh', 'office', 'nechako'),
    duty('amari', 'staff', 'nechako', 'cedar-hill'),
    duty('doyle', 'principal', 'harbour', 'harbour-point'),
    duty('doyle', 'safeguarding', 'harbour'),
  ]
}
