import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { AnnounceMedia } from '../media/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddReflection } from '../reflections/contract.ts'
import * as contract from './contract.ts'
import { fieldsOf, isGoal } from './goal.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const woop = {
  form: 'woop',
  words: {
    wish: 'Read a chapter book alone',
    outcome: 'I know how it ends',
    obstacle: 'I look at my brother’s screen',
    plan: 'If he plays, then I go to the stairs',
  },
}
const setGoal = (key: string, body: object = woop, id = newId()) =>
  school
    .as(key)
    .ask(contract.SetGoal, { params: { id }, body })
    .then((answer) => ({ id, answer }))
const goalsOf = async (key: string, learner = 'mika') =>
  (await school.as(key).ask(contract.ListGoals, { params: { id: idOf(learner) } })).body
const find = async (key: string, id: string, learner = 'mika') =>
  (await goalsOf(key, learner)).goals?.find((one) => one.id === id)
const share = (key: string, id: string, audiences: string[]) =>
  school.as(key).ask(contract.ShareGoal, { params: { id }, body: { audiences } })
const check = (key: string, goalId: string, more: object = {}, id = newId()) =>
  school.as(key).ask(contract.CheckGoal, {
    params: { id },
    body: { goalId, standing: 'closer', words: 'Two chapters', ...more },
  })
const end = (key: string, id: string, kind = 'reached') =>
  school.as(key).ask(contract.EndGoal, { params: { id }, body: { kind, words: 'Done' } })

test('only the fields of its form are kept, and a goal without its first field is none', () => {
  expect(fieldsOf('woop', { wish: ' Swim ', specific: 'x', plan: '' })).toEqual({ wish: 'Swim' })
  expect(isGoal('smart', { measure: '10' }, [])).toBe(false)
  expect(isGoal('picture', {}, ['a picture'])).toBe(true)
  expect(isGoal('step', {}, ['a picture'])).toBe(false)
})

test('a goal is the learner’s alone until it is shared; then teachers and family see it, and nobody else', async () => {
  const { id } = await setGoal('mika')
  const sees = async (key: string) => (await find(key, id)) !== undefined
  expect([await sees('mika'), await sees('rivera'), await sees('amara')]).toEqual([true, false, false])
  await share('mika', id, ['teachers', 'family'])
  for (const key of ['rivera', 'dubois', 'amara', 'tomas'])
    expect([key, await sees(key)]).toEqual([key, true])
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'ravi', 'jonas']) {
    const asked = await school.as(key).ask(contract.ListGoals, { params: { id: idOf('mika') } })
    expect([key, asked.code]).toEqual([key, 'not_found'])
  }
})

test('no adult and no classmate sets, changes, checks, ends or removes it', async () => {
  const { id } = await setGoal('mika', { ...woop, audiences: ['teachers', 'family'] })
  for (const [key, code] of [
    ['rivera', 'not_allowed'],
    ['amara', 'not_allowed'],
    ['noor', 'not_found'],
    ['okafor', 'not_found'],
  ] as const) {
    const as = school.as(key)
    const answers = [
      await as.ask(contract.ReviseGoal, { params: { id, revision: '2' }, body: { words: { wish: 'Mine' } } }),
      await check(key, id),
      await end(key, id),
      await share(key, id, []),
      await as.ask(contract.DeleteGoal, { params: { id } }),
    ]
    expect(answers.map((answer) => answer.code)).toEqual(Array(5).fill(code))
  }
  expect((await setGoal('rivera')).answer.code).toBe('not_allowed')
  expect(await find('mika', id)).toMatchObject({ words: woop.words, checks: [], ending: null })
})

test('a teacher writes down the goal a child tells and draws; the record says who did', async () => {
  const picture = newId()
  await school
    .as('okafor')
    .ask(AnnounceMedia, { params: { id: picture }, body: { name: 'goal.png', bytes: 10 } })
  const body = { learnerId: idOf('theo'), form: 'picture', parts: [{ mediaId: picture, alt: 'a bike' }] }
  const { id, answer } = await setGoal('okafor', body)
  expect(answer.status).toBe(200)
  expect(await find('theo', id, 'theo')).toMatchObject({
    scribe: { id: idOf('okafor') },
    audiences: ['teachers'],
    parts: [{ alt: 'a bike' }],
    may: { revise: true },
  })
  expect((await setGoal('halvorsen', body)).answer.code).toBe('not_found')
})

test('checks stand with their evidence, which is the learner’s own and shown only to those who see it', async () => {
  const { id } = await setGoal('mika', { ...woop, audiences: ['teachers'] })
  const shared = await addPiece(school, 'mika', ['teachers'])
  const secret = await addPiece(school, 'mika')
  const reflection = newId()
  await school.as('mika').ask(AddReflection, { params: { id: reflection }, body: { body: 'I read in bed.' } })
  const evidence = [
    { pieceId: shared.id, iterationId: shared.iterationId },
    { pieceId: secret.id },
    { reflectionId: reflection },
  ]
  expect((await check('mika', id, { evidence })).status).toBe(200)
  const mine = (await find('mika', id))?.checks[0]?.evidence
  expect(mine?.map((one) => [one.piece?.id, one.reflection?.words])).toEqual([
    [shared.id, undefined],
    [secret.id, undefined],
    [undefined, 'I read in bed.'],
  ])
  const hers = (await find('rivera', id))?.checks[0]?.evidence
  expect(hers?.map((one) => [one.piece?.id, one.reflection])).toEqual([
    [shared.id, null],
    [undefined, null],
    [undefined, null],
  ])
  const other = await addPiece(school, 'noor', ['class'])
  expect((await check('mika', id, { evidence: [{ pieceId: other.id }] })).code).toBe('not_found')
})

test('a goal ends well or is set aside, rests, and can be taken up again', async () => {
  const { id } = await setGoal('mika')
  expect((await end('mika', id)).status).toBe(200)
  expect((await end('mika', id)).status).toBe(200)
  expect((await end('mika', id, 'set_aside')).code).toBe('changed_elsewhere')
  expect(await find('mika', id)).toMatchObject({
    ending: { kind: 'reached' },
    may: { check: false, reopen: true },
  })
  expect((await check('mika', id)).code).toBe('not_allowed')
  const reopen = (key: string) => school.as(key).ask(contract.ReopenGoal, { params: { id } })
  expect((await reopen('rivera')).code).toBe('not_found')
  await reopen('mika')
  expect(await find('mika', id)).toMatchObject({ ending: null, may: { check: true } })
})

test('sent twice, goal and check are kept once; others under their ids are refused', async () => {
  const { id } = await setGoal('mika')
  expect((await setGoal('mika', woop, id)).answer.status).toBe(200)
  expect((await setGoal('mika', { form: 'step', words: { step: 'x' } }, id)).answer.code).toBe('id_taken')
  expect((await setGoal('noor', woop, id)).answer.code).toBe('not_found')
  const checkId = newId()
  expect((await check('mika', id, {}, checkId)).status).toBe(200)
  expect((await check('mika', id, {}, checkId)).status).toBe(200)
  expect((await check('mika', id, { words: 'Other' }, checkId)).code).toBe('id_taken')
  expect((await find('mika', id))?.checks).toHaveLength(1)
})

test('an edit keeps what was before, and an edit of an older state is refused', async () => {
  const { id } = await setGoal('mika')
  const revise = (wish: string) =>
    school.as('mika').ask(contract.ReviseGoal, { params: { id, revision: '2' }, body: { words: { wish } } })
  expect((await revise('Read two')).status).toBe(200)
  expect((await revise('Read two')).status).toBe(200)
  expect((await revise('Read three')).code).toBe('changed_elsewhere')
  expect((await setGoal('mika', { form: 'woop', words: { plan: 'only a plan' } })).answer.code).toBe(
    'invalid',
  )
})

test('those it is shared with encourage, and take back only what they said themselves', async () => {
  const { id } = await setGoal('mika', { ...woop, audiences: ['family'] })
  const encouragement = newId()
  const say = (key: string, words = 'I hear you every night') =>
    school.as(key).ask(contract.Encourage, { params: { id: encouragement }, body: { goalId: id, words } })
  expect((await say('rivera')).code).toBe('not_found')
  expect((await say('mika')).code).toBe('not_allowed')
  expect((await say('amara')).status).toBe(200)
  expect((await say('amara')).status).toBe(200)
  expect((await say('amara', 'Other')).code).toBe('id_taken')
  expect((await find('mika', id))?.encouragements).toMatchObject([
    { givenBy: { id: idOf('amara') }, mine: false },
  ])
  const takeBack = (key: string) =>
    school.as(key).ask(contract.TakeEncouragementBack, { params: { id: encouragement } })
  expect((await takeBack('tomas')).code).toBe('not_found')
  expect((await takeBack('amara')).status).toBe(200)
  expect((await find('mika', id))?.encouragements).toEqual([])
})

test('deleted it leaves every list, and only its learner takes that back', async () => {
  const { id } = await setGoal('mika', { ...woop, audiences: ['teachers'] })
  const ask = (key: string, what: typeof contract.DeleteGoal | typeof contract.RestoreGoal) =>
    school.as(key).ask(what, { params: { id } })
  await ask('mika', contract.DeleteGoal)
  await ask('mika', contract.DeleteGoal)
  expect([await find('mika', id), await find('rivera', id)]).toEqual([undefined, undefined])
  expect((await school.as('mika').ask(contract.ListDeletedGoals)).body.map((one) => one.goal.id)).toContain(
    id,
  )
  expect((await ask('rivera', contract.RestoreGoal)).code).toBe('not_found')
  await ask('mika', contract.RestoreGoal)
  expect((await find('rivera', id))?.id).toBe(id)
})

test('an open goal goes with its learner to the next teacher, as far as it is shared; the last one sees it no more', async () => {
  const { id } = await setGoal('emre')
  const kept = await setGoal('emre', { form: 'step', words: { step: 'For me only' } })
  await share('emre', id, ['teachers'])
  const seenBy = async (key: string) =>
    (await goalsOf(key, 'emre')).goals?.map((goal) => goal.id) ?? 'not there'
  expect([await seenBy('rivera'), await seenBy('okafor')]).toEqual([[id], 'not there'])
  const { districtId, id: emre } = castMember('emre')
  await asTheSystem(school.program.ground, { reason: 'another class', districtId }, async ({ db }) => {
    await sql`update enrollment set closed_on = cairn_today() where person_id = ${emre}`.execute(db)
    await sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on)
      values (${newId()}, ${districtId}, ${classOf('kindergarten')}, ${emre}, 'student', '4', cairn_today())`.execute(
      db,
    )
  })
  expect([await seenBy('rivera'), await seenBy('okafor')]).toEqual(['not there', [id]])
  expect((await goalsOf('emre', 'emre')).goals.map((goal) => goal.id).toSorted()).toEqual(
    [id, kept.id].toSorted(),
  )
  expect((await check('emre', id)).status).toBe(200)
})

test('how it was put before is read by its learner alone', async () => {
  const { id } = await setGoal('mika', { form: 'step', words: { step: 'Swim' }, audiences: ['teachers'] })
  await school.as('mika').ask(contract.ReviseGoal, {
    params: { id, revision: 2 },
    body: { words: { step: 'Swim to the raft' } },
  })
  const before = (key: string) => school.as(key).ask(contract.ListGoalRevisions, { params: { id } })
  expect((await before('mika')).body.map(({ words }) => words['step'])).toEqual(['Swim to the raft', 'Swim'])
  for (const key of ['rivera', 'amara', 'chen']) expect((await before(key)).code).toBe('not_found')
})
