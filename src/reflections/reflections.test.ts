import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addIteration, addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { DeleteGoal, SetGoal } from '../goals/contract.ts'
import { AnnounceMedia } from '../media/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const reflect = (key: string, body: object, id = newId()) =>
  school
    .as(key)
    .ask(contract.AddReflection, { params: { id }, body })
    .then((answer) => ({ id, answer }))
const of = async (key: string, learner = 'mika') =>
  (await school.as(key).ask(contract.ListReflections, { params: { id: idOf(learner) } })).body
const seen = async (key: string, id: string, learner = 'mika') =>
  (await of(key, learner)).reflections?.some((one) => one.id === id) ?? 'not there'

async function bringFile(key: string) {
  const id = newId()
  await school.as(key).ask(AnnounceMedia, { params: { id }, body: { name: 'voice.webm', bytes: 10 } })
  return id
}

test('a reflection is the learner’s alone until it is widened, and then reaches just those', async () => {
  const { id } = await reflect('mika', { body: 'I looked longer this time.' })
  const whoSees = async () =>
    Object.fromEntries(
      await Promise.all(
        ['mika', 'rivera', 'amara', 'tomas', 'noor', 'okafor', 'leila', 'chen', 'ravi'].map(async (key) => [
          key,
          await seen(key, id),
        ]),
      ),
    )
  const share = (audiences: string[]) =>
    school.as('mika').ask(contract.ShareReflection, { params: { id }, body: { audiences } })
  const outside = {
    noor: 'not there',
    okafor: 'not there',
    leila: 'not there',
    chen: 'not there',
    ravi: 'not there',
  }
  expect(await whoSees()).toEqual({ mika: true, rivera: false, amara: false, tomas: false, ...outside })
  await share(['teachers'])
  expect(await whoSees()).toEqual({ mika: true, rivera: true, amara: false, tomas: false, ...outside })
  await share(['family'])
  expect(await whoSees()).toEqual({ mika: true, rivera: false, amara: true, tomas: true, ...outside })
  await share([])
  expect(await whoSees()).toEqual({ mika: true, rivera: false, amara: false, tomas: false, ...outside })
})

test('on a piece it stands beside the work, and only for those who see the work too', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const { id } = await reflect('mika', {
    pieceId: piece.id,
    iterationId: piece.iterationId,
    stage: 'finished',
    body: 'The wings are better.',
    audiences: ['teachers', 'family'],
  })
  const beside = (key: string) =>
    school.as(key).ask(contract.ListPieceReflections, { params: { id: piece.id } })
  expect((await beside('rivera')).body.reflections[0]).toMatchObject({
    id,
    scribe: null,
    iteration: { number: 1 },
    may: { revise: false },
  })
  expect((await beside('amara')).code).toBe('not_found')
  expect(await seen('amara', id)).toBe(false)
})

test('nobody writes one in a learner’s place: not a teacher, a guardian or a classmate through a piece', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  for (const key of ['rivera', 'amara', 'noor']) {
    const { answer } = await reflect(key, { pieceId: piece.id, body: 'She means …' })
    expect(['not_allowed', 'not_found']).toContain(answer.code)
  }
  expect((await reflect('noor', { learnerId: idOf('mika'), body: 'x' })).answer.code).toBe('not_found')
  expect((await reflect('okafor', { learnerId: idOf('mika'), body: 'x' })).answer.code).toBe('not_found')
  expect((await reflect('chen', { learnerId: idOf('mika'), body: 'x' })).answer.code).toBe('not_found')
})

test('a teacher writes down what a child says: the record keeps who spoke and who wrote, with the child’s voice beside', async () => {
  const voice = await bringFile('okafor')
  const { id, answer } = await reflect('okafor', {
    learnerId: idOf('theo'),
    body: 'I made a rocket.',
    parts: [{ mediaId: voice }],
  })
  expect(answer.status).toBe(200)
  const [told] = (await of('theo', 'theo')).reflections
  expect(told).toMatchObject({
    id,
    learner: { id: idOf('theo') },
    scribe: { id: idOf('okafor') },
    audiences: ['teachers'],
    may: { revise: true },
  })
  expect(told?.parts[0]?.media.id).toBe(voice)
  expect(await seen('okafor', id, 'theo')).toBe(true)
  expect(await seen('amara', id, 'theo')).toBe(false)
  const revise = (key: string) =>
    school.as(key).ask(contract.ReviseReflection, {
      params: { id, revision: '2' },
      body: { body: 'I made a big rocket.', parts: [{ mediaId: voice }] },
    })
  expect((await revise('okafor')).code).toBe('not_allowed')
  expect((await revise('theo')).status).toBe(200)
  expect((await of('theo', 'theo')).reflections[0]?.scribe).toBeNull()
})

test('a guardian scribes for their own child, and nobody else’s', async () => {
  const { id } = await reflect('amara', { learnerId: idOf('theo'), body: 'I like trucks.' })
  expect((await of('theo', 'theo')).reflections.find((one) => one.id === id)?.audiences).toEqual(['family'])
  expect((await reflect('amara', { learnerId: idOf('noor'), body: 'x' })).answer.code).toBe('not_found')
})

test('sent twice it is kept once; other words under its id are refused', async () => {
  const { id } = await reflect('mika', { body: 'Once.' })
  expect((await reflect('mika', { body: 'Once.' }, id)).answer.status).toBe(200)
  expect((await reflect('mika', { body: 'Twice.' }, id)).answer.code).toBe('id_taken')
  expect((await reflect('noor', { body: 'Mine.' }, id)).answer.code).toBe('not_found')
  expect((await of('mika')).reflections.filter((one) => one.id === id)).toHaveLength(1)
})

test('an edit keeps what was before, and an edit of an older state is refused', async () => {
  const { id } = await reflect('mika', { body: 'First' })
  const revise = (revision: number, body: string) =>
    school
      .as('mika')
      .ask(contract.ReviseReflection, { params: { id, revision: String(revision) }, body: { body } })
  expect((await revise(2, 'Second')).status).toBe(200)
  expect((await revise(2, 'Second')).status).toBe(200)
  expect((await revise(2, 'Another')).code).toBe('changed_elsewhere')
  expect((await of('mika')).reflections.find((one) => one.id === id)?.body).toBe('Second')
})

test('nothing said is nothing kept; another’s file, piece, attempt or answer is not there', async () => {
  expect((await reflect('mika', { body: '  ' })).answer.code).toBe('invalid')
  const file = await bringFile('noor')
  expect((await reflect('mika', { parts: [{ mediaId: file }] })).answer.code).toBe('not_found')
  const hers = await addPiece(school, 'noor', ['class'])
  const mine = await addPiece(school, 'mika')
  const next = await addIteration(school, 'mika', mine.id)
  const asked = [
    { pieceId: hers.id, body: 'x' },
    { pieceId: mine.id, iterationId: hers.iterationId, body: 'x' },
    { answersId: (await reflect('noor', { body: 'hers' })).id, body: 'x' },
    { termId: newId(), body: 'x' },
  ]
  for (const body of asked) expect((await reflect('mika', body)).answer.code).toBe('not_found')
  expect((await reflect('mika', { pieceId: mine.id, iterationId: next.id, body: 'x' })).answer.status).toBe(
    200,
  )
})

test('deleted it leaves every list at once, and can be taken back by its learner only', async () => {
  const { id } = await reflect('mika', { body: 'Hm', audiences: ['teachers'] })
  const ask = (key: string, what: typeof contract.DeleteReflection | typeof contract.RestoreReflection) =>
    school.as(key).ask(what, { params: { id } })
  expect((await ask('rivera', contract.DeleteReflection)).code).toBe('not_allowed')
  await ask('mika', contract.DeleteReflection)
  await ask('mika', contract.DeleteReflection)
  expect([await seen('mika', id), await seen('rivera', id)]).toEqual([false, false])
  const [deleted] = (await school.as('mika').ask(contract.ListDeletedReflections)).body
  expect(deleted?.reflection.id).toBe(id)
  expect((await ask('rivera', contract.RestoreReflection)).code).toBe('not_found')
  await ask('mika', contract.RestoreReflection)
  expect([await seen('mika', id), await seen('rivera', id)]).toEqual([true, true])
})

test('a question says when it was last asked and quotes the last answer; one let pass is known to nobody else', async () => {
  const prompts = async () => (await school.as('noor').ask(contract.ListPrompts)).body
  const { band, prompts: all } = await prompts()
  expect(band).toBe('35')
  const [first, second] = all.filter(({ stage }) => stage === 'finished')
  await reflect('noor', {
    prompt: first?.key,
    promptWords: first?.words.en,
    body: 'I chose blue because of the sea.',
  })
  await school.as('noor').ask(contract.SkipPrompt, { params: { id: newId() }, body: { prompt: second?.key } })
  const after = (await prompts()).prompts
  expect(after.find(({ key }) => key === first?.key)).toMatchObject({
    askedAt: school.clock.now.toISOString(),
    lastAnswer: { words: 'I chose blue because of the sea.' },
  })
  expect(after.find(({ key }) => key === second?.key)).toMatchObject({ lastAnswer: null })
  expect(
    (await school.as('mika').ask(contract.ListPrompts)).body.prompts.every(({ askedAt }) => askedAt === null),
  ).toBe(true)
})

test('a teacher puts a question to a class they teach; its learners get it, others do not, and it can be ended', async () => {
  const id = newId()
  const body = { classId: classOf('division-3'), stage: 'finished', words: 'What would you tell the beaver?' }
  const add = (key: string, more: object = {}) =>
    school.as(key).ask(contract.AddOwnPrompt, { params: { id }, body: { ...body, ...more } })
  for (const key of ['mika', 'okafor', 'amara', 'chen']) expect((await add(key)).code).toBe('not_found')
  expect((await add('rivera')).status).toBe(200)
  expect((await add('rivera')).status).toBe(200)
  expect((await add('rivera', { words: 'Another' })).code).toBe('id_taken')
  expect((await add('dubois')).code).toBe('not_found')
  const isAsked = async (key: string) =>
    (await school.as(key).ask(contract.ListPrompts)).body.prompts.find((one) => one.key === id)
  expect(await isAsked('mika')).toMatchObject({ own: true, by: 'Elena Rivera', words: { fr: body.words } })
  expect(await isAsked('theo')).toBeUndefined()
  const close = (key: string) => school.as(key).ask(contract.CloseOwnPrompt, { params: { id } })
  expect((await close('okafor')).code).toBe('not_found')
  expect((await close('dubois')).status).toBe(200)
  expect(await isAsked('mika')).toBeUndefined()
  const listed = await school
    .as('rivera')
    .ask(contract.ListOwnPrompts, { params: { id: classOf('division-3') } })
  expect(listed.body.own.find((one) => one.id === id)?.closedAt).not.toBeNull()
})

test('an adult writes down only what a young child says: from grade 4 on a learner says it alone', async () => {
  const scribed = async (by: string, learner: string) =>
    (await reflect(by, { learnerId: idOf(learner), body: 'She says …' })).answer
  expect((await scribed('okafor', 'theo')).status).toBe(200)
  // grade 4, grade 12, and a stranger to the writer
  expect((await scribed('rivera', 'kai')).code).toBe('not_allowed')
  expect((await scribed('halvorsen', 'jonas')).code).toBe('not_allowed')
  expect((await scribed('rivera', 'theo')).code).toBe('not_found')
})

test('on a goal and on a term it is kept; another’s goal, and one deleted, are not there', async () => {
  const goal = newId()
  const set = (key: string, id: string) =>
    school.as(key).ask(SetGoal, {
      params: { id },
      body: { form: 'step', words: { step: 'Swim' }, audiences: ['teachers'] },
    })
  await set('mika', goal)
  const [term] = (await school.as('mika').ask(contract.ListPrompts)).body.terms
  const about = await reflect('mika', { goalId: goal, body: 'Three strokes.', audiences: ['teachers'] })
  const ofTerm = await reflect('mika', { termId: term?.id, stage: 'looking_back', body: 'A long autumn.' })
  expect([about.answer.status, ofTerm.answer.status]).toEqual([200, 200])
  const onGoal = (key: string) =>
    school.as(key).ask(contract.ListReflections, { params: { id: idOf('mika') }, query: { goal } })
  expect((await onGoal('mika')).body.reflections.map(({ id, goal: on }) => [id, on])).toEqual([
    [about.id, { id: goal, words: 'Swim' }],
  ])
  expect((await onGoal('rivera')).body.reflections.map(({ id, goal: on }) => [id, on])).toEqual([
    [about.id, null],
  ])
  expect((await of('mika')).reflections.find(({ id }) => id === ofTerm.id)?.term).toEqual(term)
  const theirs = newId()
  await set('noor', theirs)
  expect((await reflect('mika', { goalId: theirs, body: 'x' })).answer.code).toBe('not_found')
  await school.as('mika').ask(DeleteGoal, { params: { id: goal } })
  expect((await reflect('mika', { goalId: goal, body: 'x' })).answer.code).toBe('not_found')
})

test('one question answered on two devices without a network is answered twice: both are kept, both quote the same', async () => {
  const first = await reflect('anh', { prompt: 'anything', promptWords: 'What helped?', body: 'The wind.' })
  const again = { prompt: 'anything', promptWords: 'What helped?', answersId: first.id }
  const [tablet, phone] = await Promise.all([
    reflect('anh', { ...again, body: 'Still the wind.' }),
    reflect('anh', { ...again, body: 'My brother.' }),
  ])
  const { reflections } = await of('anh', 'anh')
  const kept = reflections.filter(({ id }) => [tablet.id, phone.id].includes(id))
  expect(kept.map(({ answers }) => answers?.words)).toEqual(['The wind.', 'The wind.'])
})

test('what was said before it was put differently is read by its learner alone, with who wrote it down', async () => {
  const { id } = await reflect('kai', { body: 'It floats.', audiences: ['teachers'] })
  await school.as('kai').ask(contract.ReviseReflection, {
    params: { id, revision: 2 },
    body: { body: 'It floats, because it is hollow.' },
  })
  const before = (key: string) => school.as(key).ask(contract.ListReflectionRevisions, { params: { id } })
  expect((await before('kai')).body.map(({ body, writtenBy }) => [body, writtenBy.id])).toEqual([
    ['It floats, because it is hollow.', idOf('kai')],
    ['It floats.', idOf('kai')],
  ])
  for (const key of ['rivera', 'amara', 'chen']) expect((await before(key)).code).toBe('not_found')
})
