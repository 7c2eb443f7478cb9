import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGroup, say, seat } from '../../test/support/gathering.ts'
import { invite, respond } from '../../test/support/inviting.ts'
import { text } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import * as library from '../library/contract.ts'
import * as spaces from '../spaces/contract.ts'
import * as work from '../work/contract.ts'
import * as activities from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const at = (id: string) => ({ params: { id } })
const open = (key: string, id: string) => school.as(key).ask(activities.GetActivity, at(id))
const listed = async (key: string, spaceId: string) => {
  const answer = await school.as(key).ask(activities.ListActivities, at(spaceId))
  return answer.code ?? answer.body.activities.map(({ id, invited }) => [id, invited])
}
const isInvited = async (key: string, id: string) =>
  (await school.as(key).ask(activities.ListInvitations)).body.some((one) => one.id === id)

test('an activity of a group is for its learners, and for its teachers together; nobody else finds it', async () => {
  const { id: spaceId } = await openGroup(school)
  const id = await invite(school, { by: 'okafor', spaceId })
  for (const key of ['rivera', 'okafor']) expect([key, await listed(key, spaceId)]).toEqual([key, [[id, 2]]])
  expect([await isInvited('mika', id), await isInvited('noor', id), await isInvited('kai', id)]).toEqual([
    true,
    true,
    false,
  ])
  for (const key of ['dubois', 'kai', 'theo', 'amara', 'chen', 'singh', 'halvorsen'])
    expect([key, (await open(key, id)).code, await listed(key, spaceId)]).toEqual([
      key,
      'not_found',
      'not_found',
    ])
  expect((await open('rivera', id)).body).toMatchObject({
    space: { id: spaceId, name: 'Newspaper', classId: null },
    teachers: [{ id: idOf('rivera') }, { id: idOf('okafor') }],
  })
  const write = (by: string, where: object) =>
    school.as(by).ask(activities.WriteActivity, {
      ...at(newId()),
      body: { ...where, title: 'For them' },
    })
  expect([(await write('dubois', { spaceId })).code, (await write('mika', { spaceId })).code]).toEqual([
    'not_found',
    'not_found',
  ])
  for (const where of [{}, { spaceId, classId: newId() }])
    expect((await write('rivera', where)).code).toBe('invalid')
  const kais = { spaceId, learnerIds: [idOf('kai')] }
  expect((await write('rivera', kais)).code).toBe('not_found')
})

test('a response is shown to the teachers of the group alone, and each of them answers it', async () => {
  const { id: spaceId } = await openGroup(school)
  const id = await invite(school, { spaceId })
  const { id: pieceId } = await respond(school, 'mika', id)
  const sees = async (key: string) => (await school.as(key).ask(work.GetPiece, at(pieceId))).status === 200
  const keys = ['rivera', 'okafor', 'dubois', 'noor', 'amara', 'chen']
  expect(await Promise.all(keys.map(sees))).toEqual([true, true, false, false, false, false])
  const answers = async (key: string) => {
    const found = await school.as(key).ask(activities.ListResponses, at(id))
    const waiting = (await school.as(key).ask(activities.ListActivityWaiting, at(id))).body
    return [found.body.flatMap(({ responses }) => responses.map(({ may }) => may.answer)), waiting.length]
  }
  expect([await answers('rivera'), await answers('okafor')]).toEqual([
    [[true], 1],
    [[true], 1],
  ])
})

test('work that all teachers of its learner see already is shown to those of the group too, as was said before', async () => {
  const { id: spaceId } = await openGroup(school)
  const id = await invite(school, { spaceId })
  const { id: pieceId, responseId } = await respond(school, 'mika', id, ['teachers'])
  const sees = async (key: string) => (await school.as(key).ask(work.GetPiece, at(pieceId))).status === 200
  const keys = ['rivera', 'dubois', 'okafor']
  expect(await Promise.all(keys.map(sees))).toEqual([true, true, true])
  expect((await open('mika', id)).body.responses).toMatchObject([{ shown: true }])
  await school.as('mika').ask(activities.WithdrawResponse, at(responseId))
  expect(await Promise.all(keys.map(sees))).toEqual([true, true, false])
})

test('a family reads the invitation beside the work they are shown, unless the group is hidden from families', async () => {
  const { id: spaceId } = await openGroup(school)
  const id = await invite(school, { spaceId })
  const { id: pieceId } = await respond(school, 'mika', id, ['family'])
  const beside = async (key: string) =>
    (await school.as(key).ask(activities.ListPieceActivities, at(pieceId))).body.length
  expect([(await open('amara', id)).status, await beside('amara')]).toEqual([200, 1])
  expect((await open('leila', id)).code).toBe('not_found')
  await say(school, spaceId, 'families', 'hidden')
  expect([(await open('amara', id)).code, await beside('amara')]).toEqual(['not_found', 0])
  expect((await school.as('amara').ask(work.GetPiece, at(pieceId))).status).toBe(200)
})

test('whoever comes into the group later may catch up, also with what is closed', async () => {
  const { id: spaceId } = await openGroup(school)
  const id = await invite(school, { spaceId })
  const closing = { ...at(newId()), body: { activityId: id } }
  await school.as('rivera').ask(activities.CloseActivity, closing)
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  const { id: seatId, ...seated } = seat('kai')
  await school.as('rivera').ask(spaces.SeatPerson, { ...at(seatId), body: { ...seated, spaceId } })
  const [kai, mika] = await Promise.all(['kai', 'mika'].map((key) => open(key, id)))
  expect([kai?.body.cameLater, kai?.body.may.respond]).toEqual([true, true])
  expect([mika?.body.cameLater, mika?.body.may.respond]).toEqual([false, false])
})

test('hidden, visible or archived, the group invites nobody; what was made of it stays the learner’s', async () => {
  const { id: spaceId } = await openGroup(school)
  const id = await invite(school, { spaceId })
  await respond(school, 'mika', id)
  await say(school, spaceId, 'learners', 'visible')
  expect([(await open('noor', id)).body.may.respond, await isInvited('noor', id)]).toEqual([false, true])
  await say(school, spaceId, 'learners', 'hidden')
  expect([(await open('noor', id)).code, await isInvited('noor', id)]).toEqual(['not_found', false])
  await school.as('rivera').ask(spaces.ArchiveSpace, { ...at(newId()), body: { spaceId } })
  expect(await listed('rivera', spaceId)).toBe('not_found')
  expect((await open('mika', id)).body.responses).toHaveLength(1)
})

test('an activity is copied into a group and put from there on the school’s shelf', async () => {
  const { id: spaceId } = await openGroup(school)
  const id = await invite(school, { spaceId })
  const itemId = newId()
  const shelved = { ...at(itemId), body: { activityId: id, shelf: 'school' as const } }
  expect((await school.as('rivera').ask(library.PublishItem, shelved)).status).toBe(200)
  expect((await school.as('chen').ask(library.GetLibraryItem, at(itemId))).body.school).toContain(
    'Cedar Hill',
  )
  const copied = newId()
  const body = { spaceId, activityId: id, itemId }
  expect((await school.as('okafor').ask(library.CopyActivity, { ...at(copied), body })).status).toBe(200)
  expect((await school.as('dubois').ask(library.CopyActivity, { ...at(newId()), body })).code).toBe(
    'not_found',
  )
  expect((await open('okafor', copied)).body.origin).toMatchObject({ madeBy: { id: idOf('rivera') } })
})

test('one moment for several of a group: it is theirs, and the teachers of the group see it with whom it is for', async () => {
  const { id: spaceId } = await openGroup(school)
  const post = (by: string, keys: string[], audiences: ('class' | 'family')[]) => {
    const pieces = keys.map((key) => ({ id: newId(), iterationId: newId(), learnerId: idOf(key) }))
    const body = { spaceId, title: 'The press', parts: text('we printed'), audiences, pieces }
    return school
      .as(by)
      .ask(work.PostForLearners, { ...at(newId()), body })
      .then(({ code }) => ({ code, ids: pieces.map(({ id }) => id) }))
  }
  const readers = async (id: string) => {
    const keys = ['mika', 'noor', 'rivera', 'okafor', 'dubois', 'amara', 'leila', 'kai', 'chen']
    const found = await Promise.all(keys.map((key) => school.as(key).ask(work.GetPiece, at(id))))
    return keys.filter((_, place) => found[place]?.status === 200)
  }
  const quiet = await post('okafor', ['mika', 'noor'], [])
  expect(await readers(quiet.ids[0] ?? '')).toEqual(['mika', 'rivera', 'okafor'])
  const shown = await post('rivera', ['mika', 'noor'], ['class', 'family'])
  expect(await readers(shown.ids[1] ?? '')).toEqual(['mika', 'noor', 'rivera', 'okafor', 'leila'])
  const wall = (await school.as('noor').ask(work.GetWall, at(spaceId))).body
  expect([wall.posts.length, wall.may.post]).toEqual([2, false])
  for (const [by, keys] of [
    ['rivera', ['mika', 'kai']],
    ['dubois', ['mika']],
    ['mika', ['noor']],
  ] as const)
    expect((await post(by, [...keys], [])).code).toBe('not_found')
})
