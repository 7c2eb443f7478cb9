import { expect, test } from 'vitest'
import { demoCast } from './cast.ts'
import { personId } from './cast-rows.ts'

const today = new Date('2026-11-24T20:00:00Z')
const cast = demoCast(today)
const students = new Set(
  cast.enrollments.filter((spell) => spell.role === 'student').map((spell) => spell.personId),
)
const guardians = new Set(cast.guardianships.map((tie) => tie.guardianId))

test('the same day gives the same people, another day the same ids', () => {
  expect(demoCast(today)).toEqual(cast)
  const later = demoCast(new Date('2031-03-02T00:30:00Z'))
  expect(later.people).toEqual(cast.people)
  expect(later.enrollments.map((spell) => spell.id)).toEqual(cast.enrollments.map((spell) => spell.id))
})

test('about sixty learners, nine staff and seventy guardians in two districts', () => {
  expect(students.size).toBeGreaterThanOrEqual(58)
  expect(guardians.size).toBeGreaterThanOrEqual(68)
  expect(cast.people.length).toBe(students.size + guardians.size - 1 + 9)
  expect(cast.districts.map((district) => district.schools.length)).toEqual([2, 1])
})

test('ids and sign-in names are unique and every reference resolves', () => {
  for (const list of [
    cast.people,
    cast.classes,
    cast.terms,
    cast.enrollments,
    cast.guardianships,
    cast.duties,
  ]) {
    expect(new Set(list.map((one) => one.id)).size).toBe(list.length)
  }
  expect(new Set(cast.people.map((person) => person.username)).size).toBe(cast.people.length)
  const people = new Set(cast.people.map((person) => person.id))
  const classes = new Set(cast.classes.map((one) => one.id))
  const schools = new Set(cast.districts.flatMap((district) => district.schools.map((school) => school.id)))
  expect(
    cast.enrollments.filter((spell) => !people.has(spell.personId) || !classes.has(spell.classId)),
  ).toEqual([])
  expect(
    cast.guardianships.filter((tie) => !people.has(tie.learnerId) || !people.has(tie.guardianId)),
  ).toEqual([])
  expect(
    cast.duties.filter(
      (duty) => !people.has(duty.personId) || (duty.schoolId && !schools.has(duty.schoolId)),
    ),
  ).toEqual([])
  expect(cast.classes.filter((one) => !schools.has(one.schoolId))).toEqual([])
})

test('every enrollment lies inside its class and opens before it closes', () => {
  for (const spell of cast.enrollments) {
    const of = cast.classes.find((one) => one.id === spell.classId)
    expect(
      spell.openedOn >= (of?.opensOn ?? '9') && spell.openedOn < (spell.closedOn ?? of?.closesOn ?? '0'),
    ).toBe(true)
    expect((spell.closedOn ?? '0') <= (of?.closesOn ?? '')).toBe(true)
    expect(spell.openedOn <= cast.today).toBe(true)
  }
})

test('every learner has a guardian except those who live alone, and nobody guards across districts', () => {
  const district = new Map(cast.people.map((person) => [person.id, person.districtId]))
  const guarded = new Set(cast.guardianships.map((tie) => tie.learnerId))
  expect([...students].filter((id) => !guarded.has(id))).toEqual([])
  expect(
    cast.guardianships.filter((tie) => district.get(tie.learnerId) !== district.get(tie.guardianId)),
  ).toEqual([])
})

test('the people the tests and documents name are who they should be', () => {
  const childrenOf = (key: string) =>
    cast.guardianships.filter((tie) => tie.guardianId === personId(key)).map((tie) => tie.learnerId)
  expect(childrenOf('amara')).toEqual([personId('mika'), personId('theo')])
  expect(childrenOf('tomas')).toEqual([personId('mika')])
  expect(childrenOf('okafor')).toEqual([personId('ada')])
  const ofInes = cast.enrollments.filter((spell) => spell.personId === personId('ines'))
  expect(ofInes.every((spell) => spell.closedOn !== undefined)).toBe(true)
})
