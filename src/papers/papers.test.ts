import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as activities from '../activities/contract.ts'
import { endEnrollment } from '../../test/support/leaving.ts'
import { openGroup } from '../../test/support/gathering.ts'
import { invite, respond } from '../../test/support/inviting.ts'
import { addIteration, placeMedia, text } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as work from '../work/contract.ts'
import * as papers from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const division3 = { params: { id: classOf('division-3') } }
const print = (key: string, activityId: string | null = null, id = classOf('division-3')) =>
  school.as(key).ask(papers.PrintPapers, { params: { id }, body: { activityId } })
const list = (key: string, id = classOf('division-3')) =>
  school.as(key).ask(papers.ListPapers, { params: { id } })
const paperOf = async (learner: string, activityId: string | null = null) =>
  (await list('rivera')).body.papers.find(
    (one) => one.learnerId === idOf(learner) && one.activityId === activityId,
  )?.id ?? ''
const open = async (key: string | null, id: string) => {
  const { status, code } = await school.as(key).ask(papers.GetPaper, { params: { id } })
  return status === 200 ? 'there' : code
}
const page = async (key: string, kind: 'picture' | 'document' | 'audio' = 'picture') => [
  { kind: 'media', mediaId: await placeMedia(school, key, kind) },
]
const attempt = async (key: string, body: object, id = newId()) =>
  school.as(key).ask(papers.AddPaperAttempt, { params: { id }, body: { parts: await page(key), ...body } })

test('a teacher prints for the class; printed again, every code is the same', async () => {
  expect((await print('rivera')).status).toBe(200)
  const first = (await list('rivera')).body
  expect(first.papers.map((one) => one.learnerId).sort()).toEqual(first.learners.map(({ id }) => id).sort())
  expect(new Set(first.papers.map(({ id }) => id)).size).toBe(first.learners.length)
  await print('dubois')
  expect((await list('dubois')).body.papers).toEqual(first.papers)
})

test('on paper stands a first name and an initial, and the code holds neither', async () => {
  const { learners } = (await list('rivera')).body
  const short = (key: string) => learners.find(({ id }) => id === idOf(key))?.shortName
  expect(['mika', 'suda', 'harpreet'].map(short)).toEqual(['Mika L.', 'Suda', 'ਹਰਪ੍ਰੀਤ ਗ.'])
})

test('nobody else prints for the class or reads its papers', async () => {
  for (const key of ['okafor', 'halvorsen', 'mika', 'amara', 'chen', 'ravi', 'marsh']) {
    expect([(await print(key)).code, (await list(key)).code]).toEqual(['not_found', 'not_found'])
  }
  expect((await school.as(null).ask(papers.ListPapers, division3)).code).toBe('not_signed_in')
})

test('a code found on the floor tells a stranger nothing', async () => {
  await print('rivera')
  const id = await paperOf('mika')
  for (const key of ['mika', 'rivera', 'dubois']) expect(await open(key, id)).toBe('there')
  for (const key of ['noor', 'amara', 'tomas', 'okafor', 'chen', 'ravi', 'marsh'])
    expect(await open(key, id)).toBe('not_found')
  expect(await open(null, id)).toBe('not_signed_in')
  expect(await open('rivera', newId())).toBe('not_found')
})

test('for an activity it is printed for those it is for, by those who may see what comes of it', async () => {
  const id = await invite(school, { learnerIds: [idOf('mika'), idOf('noor')] })
  expect((await print('rivera', id)).status).toBe(200)
  const { papers: found, activities: open } = (await list('rivera')).body
  expect(
    found
      .filter((one) => one.activityId === id)
      .map((one) => one.learnerId)
      .sort(),
  ).toEqual([idOf('mika'), idOf('noor')].sort())
  expect(open.map((one) => one.id)).toContain(id)
  expect((await print('okafor', id, classOf('kindergarten'))).code).toBe('not_found')
  expect((await print('rivera', await invite(school, { draft: true }))).code).toBe('not_allowed')
  expect((await print('rivera', newId())).code).toBe('not_found')
})

test('a learner knows their own papers, and what each is for', async () => {
  const id = await invite(school)
  await print('rivera', id)
  const piece = await respond(school, 'otto', id)
  const { body } = await school.as('otto').ask(papers.ListOwnPapers)
  expect(body.papers.find((one) => one.activity?.id === id)).toMatchObject({
    space: { classId: classOf('division-3') },
    activity: { mayRespond: true, response: { pieceId: piece.id, iterations: 1 } },
  })
  expect(body.learner.id).toBe(idOf('otto'))
  expect((await school.as('rivera').ask(papers.ListOwnPapers)).body.papers).toEqual([])
  expect((await school.as('amara').ask(papers.ListOwnPapers)).body.papers).toEqual([])
})

test('a page becomes the next attempt at a response, says who brought it, and is kept once', async () => {
  const activityId = await invite(school)
  const piece = await respond(school, 'mika', activityId)
  const id = newId()
  for (let sent = 0; sent < 2; sent += 1)
    expect((await attempt('rivera', { activityId, pieceId: piece.id }, id)).status).toBe(200)
  const { body } = await school.as('mika').ask(work.GetPiece, { params: { id: piece.id } })
  expect(body.iterations.map((one) => [one.number, one.madeBy.id])).toEqual([
    [1, idOf('mika')],
    [2, idOf('rivera')],
  ])
  expect((await list('rivera')).body.responses).toContainEqual(
    expect.objectContaining({ activityId, learnerId: idOf('mika'), pieceId: piece.id, iterations: 2 }),
  )
  expect((await attempt('dubois', { activityId, pieceId: piece.id }, id)).code).toBe('id_taken')
  expect((await addIteration(school, 'mika', piece.id)).number).toBe(3)
})

test('nobody adds to what they do not see, or to what is no response, or what is not theirs to file', async () => {
  const activityId = await invite(school)
  const piece = await respond(school, 'noor', activityId)
  const to = { activityId, pieceId: piece.id }
  for (const key of ['okafor', 'mika', 'leila', 'amara', 'chen', 'ravi', 'marsh'])
    expect((await attempt(key, to)).code).toBe('not_found')
  expect((await attempt('noor', to)).code).toBe('not_allowed')
  const other = await invite(school)
  expect((await attempt('rivera', { activityId: other, pieceId: piece.id })).code).toBe('not_found')
  const mikas = await placeMedia(school, 'mika', 'picture')
  const parts = [{ kind: 'media', mediaId: mikas }]
  expect((await attempt('rivera', { ...to, parts })).code).toBe('not_found')
  await school.as('noor').ask(activities.WithdrawResponse, { params: { id: piece.responseId } })
  expect((await attempt('rivera', to)).code).toBe('not_found')
})

test('paper is pictures and documents: no typed words, no addresses, no voices', async () => {
  const activityId = await invite(school)
  const to = { activityId, pieceId: (await respond(school, 'mika', activityId)).id }
  for (const parts of [text('I did it'), [{ kind: 'link', url: 'https://example.org' }]])
    expect((await attempt('rivera', { ...to, parts })).code).toBe('invalid')
  expect((await attempt('rivera', { ...to, parts: await page('rivera', 'audio') })).code).toBe('not_found')
  expect((await attempt('rivera', { ...to, parts: await page('rivera', 'document') })).status).toBe(200)
})

test('what its learner took back or deleted grows no more', async () => {
  const activityId = await invite(school)
  const hidden = await respond(school, 'kai', activityId)
  await school.as('kai').ask(work.WithdrawShare, { params: { id: hidden.shareId } })
  const deleted = await respond(school, 'kai', activityId)
  await school.as('kai').ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId: deleted.id } })
  for (const { id } of [hidden, deleted])
    expect((await attempt('rivera', { activityId, pieceId: id })).code).toBe('not_found')
  expect((await list('rivera')).body.responses.filter((one) => one.activityId === activityId)).toEqual([])
})

test('who left the class is on no list; the paper stays the learner’s and tells the class’s teacher nothing', async () => {
  await print('halvorsen', null, classOf('afternoon'))
  const activityId = await invite(school, { by: 'halvorsen', class: 'afternoon' })
  const piece = await respond(school, 'cody', activityId)
  const before = (await list('halvorsen', classOf('afternoon'))).body
  const paper = before.papers.find((one) => one.learnerId === idOf('cody'))?.id ?? ''
  expect(await open('halvorsen', paper)).toBe('there')
  await endEnrollment(school, 'cody')
  const after = (await list('halvorsen', classOf('afternoon'))).body
  expect(JSON.stringify(after)).not.toContain(idOf('cody'))
  expect(JSON.stringify(after)).not.toContain(piece.id)
  expect([await open('halvorsen', paper), await open('cody', paper)]).toEqual(['not_found', 'there'])
  expect((await attempt('halvorsen', { activityId, pieceId: piece.id })).code).not.toBe(undefined)
  const own = (await school.as('cody').ask(papers.ListOwnPapers)).body.papers
  expect(own.map(({ id }) => id)).toContain(paper)
})

test('a group has its own sheets: every teacher seated there prints them, and files what its learners made', async () => {
  const { id: spaceId } = await openGroup(school)
  expect((await print('okafor', null, spaceId)).status).toBe(200)
  const { space, papers: sheets, learners } = (await list('rivera', spaceId)).body
  expect(space).toEqual({ id: spaceId, name: 'Newspaper', classId: null })
  expect(learners.map(({ id }) => id).sort()).toEqual([idOf('mika'), idOf('noor')].sort())
  const sheet = sheets.find(({ learnerId }) => learnerId === idOf('mika'))?.id ?? ''
  for (const key of ['okafor', 'rivera', 'mika']) expect(await open(key, sheet)).toBe('there')
  // teaches her in her class, and has no seat here
  for (const key of ['dubois', 'noor', 'amara', 'chen', 'marsh']) {
    expect(await open(key, sheet)).toBe('not_found')
    expect([(await list(key, spaceId)).code, (await print(key, null, spaceId)).code]).toEqual(
      Array(2).fill('not_found'),
    )
  }
  const post = {
    params: { id: newId() },
    body: {
      spaceId,
      parts: await page('okafor'),
      audiences: [],
      pieces: [{ id: newId(), iterationId: newId(), learnerId: idOf('mika') }],
    },
  }
  expect((await school.as('okafor').ask(work.PostForLearners, post)).status).toBe(200)
  expect(
    (await school.as('mika').ask(work.GetPiece, { params: { id: post.body.pieces[0]?.id } })).status,
  ).toBe(200)
})

test('a teacher who left the class has no more to do with its papers', async () => {
  await endEnrollment(school, 'halvorsen')
  expect((await list('halvorsen', classOf('afternoon'))).code).toBe('not_found')
  expect((await print('halvorsen', null, classOf('afternoon'))).code).toBe('not_found')
})
