import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enroll, roster, setGoal, told, unenroll } from '../../test/support/completing.ts'
import { cue, openRound, preparationOf, prepare, sayReady } from '../../test/support/conferring.ts'
import { addPiece } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { DeleteWork, GetPiece, WithdrawShare } from '../work/contract.ts'
import { missingOf, pagesOf } from './conference.ts'
import { GetReadinessBoard } from '../readiness/contract.ts'

let school: School
let round: string
beforeAll(async () => {
  school = await openSchool()
  round = await openRound(school)
})
afterAll(() => school.close())

const choice = (kind: string, pieceId: string, more: object = {}) => ({
  kind,
  pieceId,
  why: 'I tried four ways',
  cue,
  ...more,
})
const board = (key: string, id = round) => school.as(key).ask(GetReadinessBoard, { params: { id } })
const standing = async (key: string) =>
  (await board('rivera')).body.learners.find(({ learner }) => learner.id === idOf(key))

test('the pages are those that do not rest, with the same numbers for everybody; the checklist says what is open', () => {
  const choices = [
    { kind: 'proud', rests: null },
    { kind: 'grew', rests: 'deleted' },
  ]
  expect(pagesOf({ choices, goal: {} }).map(({ kind }) => kind)).toEqual([
    'welcome',
    'choice',
    'goal',
    'together',
  ])
  expect(missingOf({ choices, goal: null })).toEqual(['grew', 'hard', 'goal'])
})

test('what a learner prepares is theirs until they are ready; then family and teachers see it, without the cue cards', async () => {
  const { id: piece } = await addPiece(school, 'mika')
  const { id: goalId } = await setGoal(school, 'mika')
  const said = { welcomeCue: cue, goalCue: cue, goalId, choices: [choice('proud', piece)] }
  expect((await prepare(school, 'mika', round, said)).status).toBe(200)
  const own = (await preparationOf(school, 'mika', round)).body
  expect([own.welcomeCue, own.choices[0]?.cue, own.goal?.words['step']]).toEqual([cue, cue, told])
  for (const key of ['rivera', 'amara', 'tomas']) {
    const before = await preparationOf(school, key, round)
    expect([key, before.body.choices, before.body.goal]).toEqual([key, [], null])
    expect(before.text).not.toContain(cue)
  }
  expect((await school.as('amara').ask(GetPiece, { params: { id: piece } })).code).toBe('not_found')
  for (const key of ['ravi', 'okafor', 'noor', 'leila', 'chen'])
    expect([key, (await preparationOf(school, key, round)).code]).toEqual([key, 'not_found'])
  expect((await sayReady(school, 'mika', round)).status).toBe(200)
  expect((await sayReady(school, 'mika', round)).status).toBe(200)
  for (const key of ['rivera', 'dubois', 'amara', 'tomas']) {
    const after = await preparationOf(school, key, round)
    expect([key, after.body.choices.map((one) => [one.piece?.id, one.why, one.cue])]).toEqual([
      key,
      [[piece, 'I tried four ways', null]],
    ])
    expect(after.body.goal?.id).toBe(goalId)
    expect(after.text).not.toContain(cue)
  }
  expect((await school.as('amara').ask(GetPiece, { params: { id: piece } })).status).toBe(200)
  await sayReady(school, 'mika', round, false)
  expect((await preparationOf(school, 'amara', round)).body.choices).toEqual([])
})

test('nobody prepares in a learner’s place, and nobody chooses another’s work', async () => {
  const { id: piece } = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  for (const key of ['rivera', 'amara'])
    expect([key, (await prepare(school, key, round)).code]).toEqual([key, 'not_allowed'])
  for (const key of ['okafor', 'ravi'])
    expect([key, (await prepare(school, key, round)).code]).toEqual([key, 'not_found'])
  expect((await prepare(school, 'noor', round, { choices: [choice('proud', piece)] })).code).toBe('not_found')
  for (const key of ['rivera', 'amara']) expect((await sayReady(school, key, round)).code).toBe('not_allowed')
})

test('two devices: what was made last stands, and neither is refused; sent twice it is there once', async () => {
  const { id: one } = await addPiece(school, 'noor')
  const { id: other } = await addPiece(school, 'noor')
  const first = newId()
  expect((await prepare(school, 'noor', round, { choices: [choice('proud', one)] }, first)).status).toBe(200)
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  expect((await prepare(school, 'noor', round, { choices: [choice('hard', other)] })).status).toBe(200)
  expect((await prepare(school, 'noor', round, { choices: [choice('proud', one)] }, first)).status).toBe(200)
  expect((await prepare(school, 'noor', round, { choices: [] }, first)).code).toBe('id_taken')
  expect((await prepare(school, 'mika', round, { choices: [] }, first)).code).toBe('not_found')
  expect((await preparationOf(school, 'noor', round, 'noor')).body.choices.map(({ kind }) => kind)).toEqual([
    'hard',
  ])
})

test('work taken back or deleted after it was chosen rests: its learner alone is told, and editing shows nothing anew', async () => {
  const pieces = [await addPiece(school, 'kai'), await addPiece(school, 'kai')]
  const inRound = await openRound(school)
  const choices = pieces.map(({ id }) => choice('more', id))
  await prepare(school, 'kai', inRound, { choices })
  await sayReady(school, 'kai', inRound)
  const seen = async (key: string) => (await preparationOf(school, key, inRound, 'kai')).body.choices
  expect((await seen('raymond')).length).toBe(2)
  const kept = await school.as('kai').ask(GetPiece, { params: { id: pieces[0]!.id } })
  const shared = kept.body.shares.filter(({ audience }) => audience === 'family')
  for (const { id } of shared) await school.as('kai').ask(WithdrawShare, { params: { id } })
  await school.as('kai').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: pieces[1]!.id } })
  expect(await seen('raymond')).toEqual([])
  await prepare(school, 'kai', inRound, { choices, welcomeCue: 'Hello' })
  expect(await seen('raymond')).toEqual([])
  expect((await seen('kai')).map(({ rests }) => rests)).toContain('withdrawn')
})

test('the teachers’ board says who has prepared what, and not one title, word or card', async () => {
  expect(await standing('mika')).toMatchObject({ chosen: ['proud'], goal: true, readyAt: null, filed: 0 })
  const text = (await board('dubois')).text
  for (const hidden of [cue, told, 'I tried four ways', 'by mika']) expect(text).not.toContain(hidden)
  for (const key of ['mika', 'amara', 'okafor', 'chen'])
    expect([key, (await board(key)).code]).toEqual([key, 'not_found'])
})

test('a learner who leaves in the middle keeps what they prepared, and can prepare no more', async () => {
  await prepare(school, 'harpreet', round, { welcomeCue: cue })
  await roster(school, 'rivera', unenroll('harpreet', 'division-3', '2026-11-24'))
  expect((await preparationOf(school, 'harpreet', round, 'harpreet')).body.welcomeCue).toBe(cue)
  expect((await prepare(school, 'harpreet', round)).code).toBe('not_allowed')
  expect((await preparationOf(school, 'rivera', round, 'harpreet')).code).toBe('not_found')
  expect((await board('rivera')).text).not.toContain(idOf('harpreet'))
  await roster(school, 'rivera', enroll('harpreet', 'division-3', '2026-11-24'))
})
