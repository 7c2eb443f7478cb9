import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce, handOver, layDevice, made } from '../../test/support/handing.ts'
import { openRound, prepare } from '../../test/support/conferring.ts'
import { say } from '../../test/support/gathering.ts'
import { invite, respond } from '../../test/support/inviting.ts'
import { addIteration, fetchMedia, giveFeedback, placeMedia, text } from '../../test/support/making.ts'
import { castMember } from '../../test/support/cast.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { ListResponses, Respond } from '../activities/contract.ts'
import { ReplyToFeedback } from '../feedback/contract.ts'
import { BringWork } from '../handovers/contract.ts'
import { spaceOf } from '../demo/fill-people.ts'
import { AddPaperAttempt } from '../papers/contract.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddReflection } from '../reflections/contract.ts'
import { LeaveRemark } from '../remarks/contract.ts'
import * as work from '../work/contract.ts'
import { eraseForever } from '../work/deletion-store.ts'
import * as filings from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

type Filed = { id: string; iterationId: string; mediaId: string }

/** One photo for several learners, filed by Ms. Rivera unless told otherwise. */
async function post(learners: string[], audiences = ['family', 'class'], by = 'rivera'): Promise<Filed[]> {
  const mediaId = await placeMedia(school, by, 'picture')
  const pieces = learners.map((key) => ({ id: newId(), iterationId: newId(), learnerId: idOf(key) }))
  const classId = classOf(by === 'okafor' ? 'kindergarten' : 'division-3')
  const body = { classId, title: 'At the creek', parts: [{ kind: 'media', mediaId }], audiences, pieces }
  const answer = await school.as(by).ask(work.PostForLearners, { params: { id: newId() }, body })
  if (answer.status !== 200) throw new Error(answer.text)
  return pieces.map(({ id, iterationId }) => ({ id, iterationId, mediaId }))
}
const one = async (learner: string) => {
  const [filed] = await post([learner])
  if (!filed) throw new Error('nothing was filed')
  return filed
}
const takeBack = (key: string, iterationId: string, id = newId()) =>
  school.as(key).ask(filings.TakeBackFiling, { params: { id }, body: { iterationId } })
const putBack = (key: string, id: string) => school.as(key).ask(filings.PutBackFiling, { params: { id } })
const moving = (iterationId: string, learner: string) => ({
  params: { id: newId() },
  body: { iterationId, learnerId: idOf(learner), newPieceId: newId(), newIterationId: newId() },
})
const see = async (key: string, id: string) => {
  const { status, code } = await school.as(key).ask(work.GetPiece, { params: { id } })
  return status === 200 ? 'there' : code
}
const listed = async (key: string, iterationId: string, id = classOf('division-3')) => {
  const { body } = await school.as(key).ask(filings.ListFilings, { params: { id } })
  return body.filings?.find((filing) => filing.iterationId === iterationId)
}

test('what was filed to the wrong child is taken back for that child alone, and nobody sees it there any more', async () => {
  const [mikas, noors] = await post(['mika', 'noor'], ['family'])
  if (!mikas || !noors) throw new Error('two were filed')
  expect(await listed('rivera', mikas.iterationId)).toMatchObject({
    title: 'At the creek',
    way: 'post',
    takenBack: null,
    may: { takeBack: true, move: true, putBack: false },
  })
  const id = newId()
  for (let sent = 0; sent < 2; sent += 1)
    expect((await takeBack('rivera', mikas.iterationId, id)).status).toBe(200)
  for (const key of ['mika', 'amara', 'rivera', 'dubois']) expect(await see(key, mikas.id)).toBe('not_found')
  for (const key of ['noor', 'rivera', 'dubois']) expect(await see(key, noors.id)).toBe('there')
  expect(await fetchMedia(school, 'mika', mikas.mediaId)).toBe(404)
  expect(await fetchMedia(school, 'noor', noors.mediaId)).toBe(200)
  const row = await listed('rivera', mikas.iterationId)
  expect([row?.takenBack?.id, row?.takenBack?.erasedOn, row?.cover, row?.may]).toEqual([
    id,
    '2026-12-24',
    null,
    { takeBack: false, move: false, putBack: true },
  ])
  // she hears that something was not hers, and neither sees what nor brings it back
  expect((await school.as('mika').ask(filings.ListTakenBack)).body).toEqual([
    expect.objectContaining({ takenBackBy: expect.objectContaining({ id: idOf('rivera') }) }),
  ])
  expect((await school.as('mika').ask(work.ListDeletions)).body).toEqual([])
  expect((await school.as('mika').ask(work.RestoreWork, { params: { id } })).code).toBe('not_found')
  expect((await putBack('rivera', id)).status).toBe(200)
  expect([await see('mika', mikas.id), await see('amara', mikas.id)]).toEqual(['there', 'there'])
})

test('nobody but whoever filed it takes it back, puts it back or sends it on', async () => {
  const filed = await one('mika')
  const others = ['dubois', 'okafor', 'mika', 'noor', 'amara', 'chen', 'ravi', 'marsh']
  for (const key of others) {
    expect([key, (await takeBack(key, filed.iterationId)).code]).toEqual([key, 'not_found'])
    const moved = await school.as(key).ask(filings.MoveFiling, moving(filed.iterationId, 'noor'))
    expect([key, moved.code]).toEqual([key, 'not_found'])
    expect(await listed(key, filed.iterationId)).toBe(undefined)
  }
  expect((await takeBack('rivera', newId())).code).toBe('not_found')
  const { id: own } = await respond(school, 'mika', await invite(school))
  const { body } = await school.as('mika').ask(work.GetPiece, { params: { id: own } })
  expect((await takeBack('rivera', body.iterations[0]?.id ?? '')).code).toBe('not_found')
  const id = newId()
  await takeBack('rivera', filed.iterationId, id)
  for (const key of others) expect((await putBack(key, id)).code).toBe('not_found')
})

test('what anybody else added stays, and says so kindly; what the teacher added goes along', async () => {
  const answered = await one('mika')
  const feedbackId = await giveFeedback(school, 'rivera', answered.iterationId)
  expect((await listed('rivera', answered.iterationId))?.may.takeBack).toBe(true)
  await school.as('mika').ask(ReplyToFeedback, {
    params: { id: newId() },
    body: { feedbackId, kind: 'not_yet', why: 'tomorrow' },
  })
  const reflected = await one('mika')
  const about = { pieceId: reflected.id, stage: 'finished', body: 'I like the stones.' }
  const said = await school.as('mika').ask(AddReflection, { params: { id: newId() }, body: about })
  expect(said.status).toBe(200)
  const advised = await one('mika')
  await giveFeedback(school, 'dubois', advised.iterationId)
  const renamed = await one('mika')
  await school.as('mika').ask(work.RenamePiece, { params: { id: renamed.id }, body: { title: 'My creek' } })
  const edited = await one('mika')
  await school.as('mika').ask(work.ReviseIteration, {
    params: { id: edited.iterationId, revision: 2 },
    body: { parts: text('mine now') },
  })
  const chosen = await one('mika')
  await prepare(school, 'mika', await openRound(school), {
    choices: [{ kind: 'proud', pieceId: chosen.id, why: 'It took the whole morning' }],
  })
  const remarked = await one('mika')
  const spaceId = spaceOf(classOf('division-3'))
  await say(school, spaceId, 'remarks', 'yes')
  const words = { pieceId: remarked.id, spaceId, body: 'Is it cold?' }
  const kind = await school.as('noor').ask(LeaveRemark, { params: { id: newId() }, body: words })
  expect(kind.status).toBe(200)
  for (const { iterationId, id } of [answered, reflected, advised, renamed, edited, chosen, remarked]) {
    expect((await listed('rivera', iterationId))?.builtUpon).toBe(true)
    expect((await takeBack('rivera', iterationId)).code).toBe('built_upon')
    const moved = await school.as('rivera').ask(filings.MoveFiling, moving(iterationId, 'noor'))
    expect(moved.code).toBe('built_upon')
    expect(await see('mika', id)).toBe('there')
  }
})

test('her later attempts stay when the first is taken back, also one she deleted herself', async () => {
  const filed = await one('mika')
  const later = await addIteration(school, 'mika', filed.id)
  expect((await takeBack('rivera', filed.iterationId)).status).toBe(200)
  const { body } = await school.as('mika').ask(work.GetPiece, { params: { id: filed.id } })
  expect(body.iterations.map(({ id }) => id)).toEqual([later.id])
  const revisions = await school.as('mika').ask(work.ListRevisions, { params: { id: filed.iterationId } })
  expect(revisions.code).toBe('not_found')
  const other = await one('mika')
  const gone = await addIteration(school, 'mika', other.id)
  await school
    .as('mika')
    .ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId: other.id, iterationId: gone.id } })
  expect((await takeBack('rivera', other.iterationId)).code).toBe('built_upon')
})

test('it goes to whose it is in one step, once, with when it was made and who sees it', async () => {
  const filed = await one('mika')
  const move = moving(filed.iterationId, 'noor')
  for (let sent = 0; sent < 2; sent += 1)
    expect((await school.as('rivera').ask(filings.MoveFiling, move)).status).toBe(200)
  expect(await see('mika', filed.id)).toBe('not_found')
  const { body } = await school.as('noor').ask(work.GetPiece, { params: { id: move.body.newPieceId } })
  expect([body.title, body.learner.id, body.createdBy.id, body.iterations.map(({ id }) => id)]).toEqual([
    'At the creek',
    idOf('noor'),
    idOf('rivera'),
    [move.body.newIterationId],
  ])
  expect(body.shares.map(({ audience }) => audience).toSorted()).toEqual(['class', 'family', 'teachers'])
  expect([
    await fetchMedia(school, 'noor', filed.mediaId),
    await fetchMedia(school, 'amara', filed.mediaId),
  ]).toEqual([200, 404])
  const row = await listed('rivera', filed.iterationId)
  expect([row?.takenBack?.movedTo?.id, row?.may.putBack]).toEqual([idOf('noor'), false])
  expect((await putBack('rivera', row?.takenBack?.id ?? '')).code).toBe('not_allowed')
  // only to somebody the teacher teaches, and not to whose it is already
  for (const [from, to] of [
    [move.body.newIterationId, 'theo'],
    [move.body.newIterationId, 'noor'],
  ] as const)
    expect((await school.as('rivera').ask(filings.MoveFiling, moving(from, to))).code).toBe('not_found')
})

test('a page of paper leaves the wrong response and becomes the right one', async () => {
  const activityId = await invite(school)
  const piece = await respond(school, 'mika', activityId)
  await school
    .as('mika')
    .ask(work.RenamePiece, { params: { id: piece.id }, body: { title: 'My secret leaf' } })
  const page = async (pieceId: string) => {
    const id = newId()
    const parts = [{ kind: 'media', mediaId: await placeMedia(school, 'rivera', 'picture') }]
    await school.as('rivera').ask(AddPaperAttempt, { params: { id }, body: { activityId, pieceId, parts } })
    return id
  }
  const first = moving(await page(piece.id), 'otto')
  expect((await listed('rivera', first.body.iterationId))?.way).toBe('paper')
  expect((await school.as('rivera').ask(filings.MoveFiling, first)).status).toBe(200)
  const responses = async (learner: string) =>
    (await school.as('rivera').ask(ListResponses, { params: { id: activityId } })).body.find(
      ({ id }) => id === idOf(learner),
    )?.responses
  expect(await responses('otto')).toMatchObject([
    { piece: { id: first.body.newPieceId, title: 'A leaf up close', iterations: 1 } },
  ])
  expect(await responses('mika')).toMatchObject([{ piece: { id: piece.id, iterations: 1 } }])
  const second = moving(await page(piece.id), 'otto')
  expect((await school.as('rivera').ask(filings.MoveFiling, second)).status).toBe(200)
  expect(await responses('otto')).toMatchObject([{ piece: { id: first.body.newPieceId, iterations: 2 } }])
  // a page filed as a new response to it goes whole, with its response
  const [filed] = await post(['kai'], [])
  const body = { activityId, pieceId: filed?.id ?? '', shareId: newId() }
  await school.as('rivera').ask(Respond, { params: { id: newId() }, body })
  const third = moving(filed?.iterationId ?? '', 'suda')
  expect((await school.as('rivera').ask(filings.MoveFiling, third)).status).toBe(200)
  expect([await responses('kai'), (await responses('suda'))?.length]).toEqual([[], 1])
})

test('what a child made under another’s face goes to the child who made it, and is never just taken away', async () => {
  const tablet = await layDevice(school, 'okafor')
  const handover = await handOver(tablet, 'kindergarten', ['family'])
  const brought = made(handover, 'theo', [await announce(tablet)])
  await tablet.ask(BringWork, brought)
  const { iterationId } = brought.body
  const kindergarten = classOf('kindergarten')
  expect(await listed('okafor', iterationId, kindergarten)).toMatchObject({
    way: 'tablet',
    may: { takeBack: false, move: true },
  })
  expect((await takeBack('okafor', iterationId)).code).toBe('not_allowed')
  const move = moving(iterationId, 'yusuf')
  expect((await tablet.ask(filings.MoveFiling, move)).code).toBe('handed_over')
  expect((await school.as('okafor').ask(filings.MoveFiling, move)).status).toBe(200)
  const { body } = await school.as('yusuf').ask(work.GetPiece, { params: { id: move.body.newPieceId } })
  expect([body.iterations[0]?.madeBy.id, body.createdBy.id]).toEqual([idOf('yusuf'), idOf('okafor')])
  expect(await see('amara', brought.params.id)).toBe('not_found')
  expect((await listed('okafor', move.body.newIterationId, kindergarten))?.way).toBe('tablet')
})

test('a teacher who hid nothing behind it: what its learner keeps to themselves can still be taken back, unseen', async () => {
  const filed = await one('mika')
  const { body } = await school.as('mika').ask(work.GetPiece, { params: { id: filed.id } })
  for (const { id } of body.shares) await school.as('mika').ask(work.WithdrawShare, { params: { id } })
  expect(await listed('rivera', filed.iterationId)).toMatchObject({ title: '', cover: null })
  expect((await takeBack('rivera', filed.iterationId)).status).toBe(200)
  const beside = await school.as('rivera').ask(filings.ListPieceFilings, { params: { id: filed.id } })
  expect(beside.body.filings).toMatchObject([{ takenBack: { movedTo: null } }])
  for (const key of ['dubois', 'mika', 'amara', 'okafor'])
    expect((await school.as(key).ask(filings.ListPieceFilings, { params: { id: filed.id } })).code).toBe(
      'not_found',
    )
})

test('after 30 days it is erased, and where it went stays', async () => {
  const filed = await one('mika')
  const move = moving(filed.iterationId, 'noor')
  await school.as('rivera').ask(filings.MoveFiling, move)
  const erase = (days: number) =>
    asTheSystem(
      school.program.ground,
      { reason: 'test', districtId: castMember('mika').districtId },
      ({ db, now }) => eraseForever(db, new Date(now.getTime() + days * 24 * 3_600_000)),
    )
  await erase(29)
  expect((await listed('rivera', filed.iterationId))?.takenBack).not.toBe(null)
  await erase(31)
  expect(await listed('rivera', filed.iterationId)).toBe(undefined)
  expect(await see('noor', move.body.newPieceId)).toBe('there')
})
