import { expect, test } from 'vitest'
import { testMorning } from '../../test/support/cast.ts'
import { demoCast } from './cast.ts'
import { rowsOfInvitation } from './invitation-rows.ts'
import { invitations } from './invitations.ts'
import { demoWorks } from './works.ts'

const cast = demoCast(testMorning)
const works = demoWorks(cast, testMorning)

test('every class of this year is invited to something, by a teacher of that class', () => {
  const open = cast.classes.filter(({ closesOn }) => closesOn > cast.today)
  expect(new Set(invitations.map((one) => one.class))).toEqual(new Set(open.map(({ key }) => key)))
  for (const one of invitations) {
    const teacher = cast.people.find(({ key }) => key === one.by)?.id
    const of = cast.classes.find(({ key }) => key === one.class)?.id
    const teaches = cast.enrollments.some(
      ({ personId, classId, role }) => personId === teacher && classId === of && role === 'teacher',
    )
    expect([one.title, teaches]).toEqual([one.title, true])
  }
})

test('what is said to have come of an activity did, and only from those it was for', () => {
  const district = cast.districts[0]
  if (!district) throw new Error('no district')
  for (const one of invitations.filter(({ answeredBy, by }) => answeredBy.length > 0 && by !== 'marsh')) {
    const { responses, writtenAt } = rowsOfInvitation({ cast, district, today: testMorning }, one, works)
    expect([one.title, responses.length > 0]).toEqual([one.title, true])
    for (const response of responses) {
      const work = works.find(({ id }) => id === response.piece_id)
      expect(work?.shares).toContain('teachers')
      expect(response.responded_at > writtenAt).toBe(true)
      if (one.group) expect(one.group.learners).toContain(work?.learnerKey)
    }
  }
})
