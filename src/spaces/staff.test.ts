import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cedarHill, openGroup, seat, showIn } from '../../test/support/gathering.ts'
import { addPiece } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import * as feedback from '../feedback/contract.ts'
import { GetMe } from '../people/contract.ts'
import { EndDuty, GetPerson, GiveDuty } from '../register/contract.ts'
import { schoolId } from '../demo/cast-schools.ts'
import * as schools from '../schools/contract.ts'
import * as work from '../work/contract.ts'
import * as spaces from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const at = (id: string) => ({ params: { id } })
const candidates = (key: string, of = cedarHill) => school.as(key).ask(spaces.ListSpaceCandidates, at(of))

/** A one-to-one of Ms. Amari's, a counsellor in no class, with Mika. */
async function openOneToOne() {
  const id = newId()
  const body = {
    kind: 'one-to-one' as const,
    schoolId: cedarHill,
    name: 'Mika and Ms. Amari',
    seats: [seat('mika')],
  }
  expect((await school.as('amari').ask(spaces.OpenSpace, { ...at(id), body })).status).toBe(200)
  return id
}

test('staff beside the classes begin spaces with any learner of their school, and colleagues find them', async () => {
  expect((await school.as('amari').ask(GetMe)).body).toMatchObject({
    hats: ['teacher'],
    schools: ['Cedar Hill Elementary'],
  })
  const { learners, colleagues } = (await candidates('amari')).body
  const ids = learners.map(({ id }) => id)
  expect([ids.includes(idOf('mika')), ids.includes(idOf('theo')), ids.includes(idOf('jonas'))]).toEqual([
    true,
    true,
    false,
  ])
  expect(learners.find(({ id }) => id === idOf('mika'))?.classes).toEqual(['Division 3 (Grades 3/4)'])
  expect(colleagues.map(({ id }) => id)).toContain(idOf('rivera'))
  expect((await candidates('rivera')).body.colleagues.map(({ id }) => id)).toContain(idOf('amari'))
  for (const key of ['mika', 'amara', 'chen', 'singh', 'halvorsen'])
    expect([key, (await candidates(key)).code]).toEqual([key, 'not_found'])
  expect((await candidates('amari', schoolId('riverbend'))).code).toBe('not_found')
  const { id } = await openGroup(school, [seat('mika'), seat('amari', 'teacher')])
  expect((await school.as('amari').ask(spaces.GetSpace, at(id))).body.may.keep).toBe(true)
})

test('they open no portfolio, no class and no counts, and see and answer what is shown to them', async () => {
  const id = await openOneToOne()
  const forTeachers = await addPiece(school, 'mika', ['teachers', 'class'])
  const shown = await showIn(school, id)
  const as = school.as('amari')
  const codes = [
    await as.ask(work.GetPiece, at(forTeachers.id)),
    await as.ask(work.GetPortfolio, at(idOf('mika'))),
    await as.ask(spaces.OpenSpace, {
      ...at(newId()),
      body: { kind: 'group', schoolId: schoolId('riverbend'), name: 'Elsewhere', seats: [] },
    }),
  ]
  expect(codes.map(({ code }) => code)).toEqual(['not_found', 'not_found', 'not_found'])
  expect((await as.ask(schools.CountSchool)).body).toEqual([])
  expect((await as.ask(spaces.CountSpaces)).body).toEqual([])
  expect((await as.ask(work.GetPiece, at(shown.id))).body.may).toMatchObject({
    giveFeedback: true,
    readFeedback: true,
    openLearner: false,
  })
  const given = { ...at(newId()), body: { iterationId: shown.iterationId, body: 'What a neck!' } }
  expect((await as.ask(feedback.GiveFeedback, given)).status).toBe(200)
  expect((await school.as('mika').ask(feedback.ListFeedback, at(shown.id))).body).toMatchObject([
    { givenBy: { id: idOf('amari') } },
  ])
  for (const key of ['rivera', 'amara', 'noor', 'chen', 'singh'])
    expect([key, (await school.as(key).ask(feedback.ListFeedback, at(shown.id))).code]).toEqual([
      key,
      'not_found',
    ])
})

test('what waits in a space by hand is there for each of its teachers until one of them answers', async () => {
  const { id } = await openGroup(school)
  const waits = async (key: string) => {
    const rows = (await school.as(key).ask(feedback.CountWaitingInSpaces)).body
    return rows.find((one) => one.id === id)?.waiting
  }
  const queue = (key: string) => school.as(key).ask(feedback.ListWaitingForFeedback, at(id))
  expect([await waits('okafor'), await waits('dubois'), await waits('mika')]).toEqual([
    0,
    undefined,
    undefined,
  ])
  await addPiece(school, 'mika', ['teachers'])
  const { iterationId } = await showIn(school, id)
  expect([await waits('okafor'), await waits('rivera')]).toEqual([1, 1])
  expect((await queue('okafor')).body).toMatchObject([{ iterationId, number: 1 }])
  for (const key of ['mika', 'noor', 'dubois', 'chen'])
    expect([key, (await queue(key)).code]).toEqual([key, 'not_found'])
  const given = { ...at(newId()), body: { iterationId, body: 'Say more about the wings.' } }
  expect((await school.as('okafor').ask(feedback.GiveFeedback, given)).status).toBe(200)
  expect([await waits('okafor'), await waits('rivera')]).toEqual([0, 0])
})

test('taken back from the space, the work and what was said of it are no longer for its teachers', async () => {
  const { id } = await openGroup(school)
  const shown = await showIn(school, id)
  const feedbackId = newId()
  const body = { iterationId: shown.iterationId, body: 'Say more.' }
  await school.as('okafor').ask(feedback.GiveFeedback, { ...at(feedbackId), body })
  await school.as('mika').ask(work.WithdrawShare, at(shown.shareId))
  const revised = { params: { id: feedbackId, revision: 2 }, body: { body: 'Say less.' } }
  const codes = [
    (await school.as('okafor').ask(feedback.ListFeedback, at(shown.id))).code,
    (await school.as('okafor').ask(feedback.ReviseFeedback, revised)).code,
    (await school.as('okafor').ask(feedback.GiveFeedback, { ...at(newId()), body })).code,
  ]
  expect(codes).toEqual(['not_found', 'not_found', 'not_found'])
  expect((await school.as('mika').ask(feedback.ListFeedback, at(shown.id))).body).toHaveLength(1)
})

test('when the duty ends, so do their seats; a one-to-one without its adult is over and stays its learner’s', async () => {
  const id = await openOneToOne()
  const { id: pieceId } = await showIn(school, id)
  const duties = (await school.as('singh').ask(GetPerson, at(idOf('amari')))).body.duties
  expect(duties.map(({ kind }) => kind)).toEqual(['staff'])
  await school.as('singh').ask(EndDuty, at(duties[0]?.id ?? ''))
  expect((await school.as('amari').ask(GetMe)).body.hats).toEqual([])
  for (const key of ['amari', 'mika', 'rivera'])
    expect([key, (await school.as(key).ask(spaces.GetSpace, at(id))).code]).toEqual([key, 'not_found'])
  expect((await school.as('amari').ask(work.GetPiece, at(pieceId))).code).toBe('not_found')
  const { pieces } = (await school.as('mika').ask(spaces.GetEarlierSpace, at(id))).body
  expect(pieces.map((one) => one.id)).toEqual([pieceId])
  const again = { personId: idOf('amari'), kind: 'staff' as const, schoolId: cedarHill }
  expect((await school.as('singh').ask(GiveDuty, { ...at(newId()), body: again })).status).toBe(200)
  expect((await school.as('mika').ask(spaces.GetSpace, at(id))).status).toBe(200)
})

test('hidden from its learner, a one-to-one is shown nothing, and what was shown there before can be taken back', async () => {
  const id = await openOneToOne()
  const shown = await showIn(school, id)
  for (const about of ['learners', 'families'] as const) {
    const body = { spaceId: id, about, says: 'hidden' as const }
    expect((await school.as('amari').ask(spaces.SetSpaceRule, { ...at(newId()), body })).status).toBe(200)
  }
  const { id: pieceId } = await addPiece(school, 'mika')
  const share = { ...at(newId()), body: { pieceId, audience: 'class' as const, spaceId: id } }
  expect((await school.as('mika').ask(work.SharePiece, share)).code).toBe('not_found')
  const sees = async () => (await school.as('amari').ask(work.GetPiece, at(shown.id))).status === 200
  expect([await sees(), (await school.as('mika').ask(work.WithdrawShare, at(shown.shareId))).status]).toEqual(
    [true, 200],
  )
  expect([await sees(), (await school.as('amari').ask(work.GetWall, at(id))).body.posts]).toEqual([false, []])
})
