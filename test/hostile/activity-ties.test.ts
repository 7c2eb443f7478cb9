import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as activities from '../../src/activities/contract.ts'
import * as library from '../../src/library/contract.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { castMember } from '../support/cast.ts'
import { invite, respond } from '../support/inviting.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'

/** What a tie that is not open today gives of activities: nothing. The morning of the tests is a 24 November. */
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const turn = (person: string, dates: { opened_on: string; closed_on: string | null }) =>
  asTheSystem(
    school.program.ground,
    { reason: 'a test turns a tie', districtId: castMember('mika').districtId },
    ({ db }) =>
      db
        .updateTable('enrollment')
        .set(dates)
        .where('person_id', '=', idOf(person))
        .where('class_id', '=', classOf('division-3'))
        .execute(),
  )

/** Everything of one activity that somebody reaches: by name, so that a failure can be read. */
async function reaches(key: string, id: string) {
  const by = school.as(key)
  const params = { id }
  const fresh = { params: { id: newId() } }
  const classParams = { params: { id: classOf('division-3') } }
  const answers = {
    activity: await by.ask(activities.GetActivity, { params }),
    earlier: await by.ask(activities.ListActivityRevisions, { params }),
    responses: await by.ask(activities.ListResponses, { params }),
    waiting: await by.ask(activities.ListActivityWaiting, { params }),
    list: await by.ask(activities.ListActivities, classParams),
    deleted: await by.ask(activities.ListDeletedActivities, classParams),
    writing: await by.ask(activities.WriteActivity, {
      ...fresh,
      body: { classId: classOf('division-3'), title: 'Mine' },
    }),
    shelved: await by.ask(library.ListShelved, { params }),
    shelving: await by.ask(library.PublishItem, { ...fresh, body: { activityId: id, shelf: 'school' } }),
  }
  const reached = Object.entries(answers).flatMap(([name, answer]) => (answer.status === 200 ? [name] : []))
  const listed = (await by.ask(activities.ListInvitations)).body.some((one) => one.id === id)
  return listed ? [...reached, 'invitation'] : reached
}

const teaching = [
  'activity',
  'earlier',
  'responses',
  'waiting',
  'list',
  'deleted',
  'writing',
  'shelved',
  'shelving',
]

test.each([
  ['opens tomorrow', { opened_on: '2026-11-25', closed_on: null }, []],
  ['closed today', { opened_on: '2026-09-08', closed_on: '2026-11-24' }, []],
  ['opens today', { opened_on: '2026-11-24', closed_on: null }, teaching],
] as const)("a co-teacher's enrollment that %s", async (_when, dates, wanted) => {
  const id = await invite(school)
  await turn('dubois', dates)
  expect(await reaches('dubois', id)).toEqual(wanted)
})

test('whoever wrote an activity and no longer teaches there reads and copies their own words, and nothing of the class', async () => {
  await turn('dubois', { opened_on: '2026-09-08', closed_on: null })
  const id = await invite(school, { by: 'dubois' })
  await respond(school, 'mika', id)
  await turn('dubois', { opened_on: '2026-09-08', closed_on: '2026-11-24' })
  expect(await reaches('dubois', id)).toEqual(['activity'])
  const { may } = (await school.as('dubois').ask(activities.GetActivity, { params: { id } })).body
  expect(Object.entries(may).flatMap(([act, allowed]) => (allowed ? [act] : []))).toEqual(['copy'])
  await turn('dubois', { opened_on: '2026-09-08', closed_on: null })
})

test.each([
  ['opens tomorrow', { opened_on: '2026-11-25', closed_on: null }, []],
  ['closed today', { opened_on: '2026-09-08', closed_on: '2026-11-24' }, []],
  ['opens today', { opened_on: '2026-11-24', closed_on: null }, ['activity', 'invitation']],
] as const)("a learner's enrollment that %s", async (_when, dates, wanted) => {
  const id = await invite(school)
  await turn('emre', dates)
  expect(await reaches('emre', id)).toEqual(wanted)
})

test('a guardianship that was closed gives nothing, though the child shows the family their response', async () => {
  const { SharePiece } = await import('../../src/work/contract.ts')
  const id = await invite(school)
  const piece = await respond(school, 'wren', id)
  await school
    .as('wren')
    .ask(SharePiece, { params: { id: newId() }, body: { pieceId: piece.id, audience: 'family' } })
  expect(await reaches('carol', id)).toEqual(['activity'])
  expect(await reaches('derek', id)).toEqual([])
})

test('a teacher of another class, of another school, of another district, and a duty reach nothing of it', async () => {
  const id = await invite(school)
  await respond(school, 'mika', id)
  for (const key of ['okafor', 'halvorsen', 'marsh', 'chen', 'singh', 'doyle', 'jonas', 'theo', 'ravi'])
    expect([key, await reaches(key, id)]).toEqual([key, []])
})
