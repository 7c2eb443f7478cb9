import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schoolOf } from '../../test/support/completing.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const add = (key: string, body: object, id = newId()) =>
  school
    .as(key)
    .ask(contract.AddOwnPrompt, { params: { id }, body: { words: 'What surprised you?', ...body } })
    .then((answer) => ({ id, answer }))
const asked = async (key: string, id: string) =>
  (await school.as(key).ask(contract.ListPrompts)).body.prompts.find((one) => one.key === id)
const close = (key: string, id: string) => school.as(key).ask(contract.CloseOwnPrompt, { params: { id } })
const cedarHill = { schoolId: schoolOf('cedar-hill') }

test('a school’s own question is asked of everybody in it, in their language, and of nobody else', async () => {
  const { id, answer } = await add('chen', { ...cedarHill, french: 'Qu’est-ce qui t’a surpris?' })
  expect(answer.status).toBe(200)
  for (const key of ['mika', 'theo'])
    expect(await asked(key, id)).toMatchObject({ own: true, words: { fr: 'Qu’est-ce qui t’a surpris?' } })
  for (const key of ['jonas', 'ravi']) expect(await asked(key, id)).toBeUndefined()
  expect((await close('singh', id)).status).toBe(200)
  expect(await asked('mika', id)).toBeUndefined()
})

test('a question for one band of grades is asked of that band alone; for one stage it says which', async () => {
  const { id } = await add('chen', { ...cedarHill, band: 'k2', stage: 'stuck' })
  expect(await asked('theo', id)).toMatchObject({ stage: 'stuck' })
  expect(await asked('mika', id)).toBeUndefined()
})

test('only who leads a school puts questions to it, and only who teaches a class to that', async () => {
  for (const key of ['rivera', 'mika', 'amara', 'doyle', 'marsh'])
    expect([key, (await add(key, cedarHill)).answer.code]).toEqual([key, 'not_found'])
  for (const key of ['chen', 'okafor', 'mika'])
    expect([key, (await add(key, { classId: classOf('division-3') })).answer.code]).toEqual([
      key,
      'not_found',
    ])
  expect((await add('rivera', {})).answer.code).toBe('invalid')
  expect((await add('rivera', { ...cedarHill, classId: classOf('division-3') })).answer.code).toBe(
    'not_found',
  )
  const { id } = await add('chen', cedarHill)
  for (const key of ['rivera', 'mika', 'doyle'])
    expect([key, (await close(key, id)).code]).toEqual([key, 'not_found'])
  expect((await add('chen', { ...cedarHill, band: '35' }, id)).answer.code).toBe('id_taken')
  expect((await add('chen', cedarHill, id)).answer.status).toBe(200)
})

test('teachers see the school’s questions beside their own; the lists are there for those who keep them', async () => {
  const own = await add('rivera', { classId: classOf('division-3'), french: '' })
  const listed = await school
    .as('dubois')
    .ask(contract.ListOwnPrompts, { params: { id: classOf('division-3') } })
  expect(listed.body.own).toMatchObject([{ id: own.id, may: { close: true } }])
  expect(listed.body.ofSchool.length).toBeGreaterThan(0)
  expect(listed.body.ofSchool.every(({ may, closedAt }) => !may.close && closedAt === null)).toBe(true)
  const ofSchools = (await school.as('chen').ask(contract.ListSchoolPrompts)).body
  expect(ofSchools.map(({ school: { name } }) => name)).toEqual([
    'Cedar Hill Elementary',
    'Riverbend Academy',
  ])
  expect(ofSchools[0]?.own.filter(({ closedAt }) => closedAt)).toHaveLength(1)
  for (const key of ['rivera', 'mika', 'amara'])
    expect((await school.as(key).ask(contract.ListSchoolPrompts)).body).toEqual([])
})

test('put differently, it is asked in its new words; who may not end it may not do that, and nothing is written over', async () => {
  const { id } = await add('rivera', {
    classId: classOf('division-3'),
    stage: 'finished',
    words: 'What hold it up?',
  })
  const put = (key: string, revision: number, words: string, more: object = {}) =>
    school.as(key).ask(contract.ReviseOwnPrompt, {
      params: { id, revision },
      body: { stage: 'finished', words, ...more },
    })
  for (const key of ['mika', 'okafor', 'amara', 'chen', 'ravi'])
    expect([key, (await put(key, 2, 'Mine')).code]).toEqual([key, 'not_found'])
  expect((await put('dubois', 2, 'What holds it up?', { french: 'Qu’est-ce qui le soutient?' })).status).toBe(
    200,
  )
  expect((await put('dubois', 2, 'What holds it up?', { french: 'Qu’est-ce qui le soutient?' })).status).toBe(
    200,
  )
  expect((await put('rivera', 2, 'What carries it?')).code).toBe('changed_elsewhere')
  expect((await put('rivera', 5, 'What carries it?')).code).toBe('changed_elsewhere')
  expect(await asked('mika', id)).toMatchObject({
    by: 'Céline Dubois',
    words: { en: 'What holds it up?', fr: 'Qu’est-ce qui le soutient?' },
  })
  // what was put there first arrives once more, late
  const again = { classId: classOf('division-3'), stage: 'finished', words: 'What hold it up?' }
  expect((await add('rivera', again, id)).answer.status).toBe(200)
  expect((await add('rivera', { ...again, words: 'Other' }, id)).answer.code).toBe('id_taken')
  const { own } = (
    await school.as('rivera').ask(contract.ListOwnPrompts, { params: { id: classOf('division-3') } })
  ).body
  expect(own.find((one) => one.id === id)).toMatchObject({
    revision: 2,
    addedBy: { name: 'Elena Rivera' },
    revisedBy: { name: 'Céline Dubois' },
    may: { revise: true },
  })
  await close('rivera', id)
  expect((await put('rivera', 3, 'Too late')).code).toBe('not_allowed')
})

test('an answer keeps the words it answered, though the question is put differently later', async () => {
  const { id } = await add('rivera', { classId: classOf('division-3'), words: 'What did you try?' })
  const answer = { prompt: id, promptWords: 'What did you try?', body: 'Straws.' }
  await school.as('mika').ask(contract.AddReflection, { params: { id: newId() }, body: answer })
  await school
    .as('rivera')
    .ask(contract.ReviseOwnPrompt, { params: { id, revision: 2 }, body: { words: 'What else did you try?' } })
  const { reflections } = (
    await school.as('mika').ask(contract.ListReflections, { params: { id: idOf('mika') } })
  ).body
  expect(reflections[0]).toMatchObject({ promptWords: 'What did you try?', body: 'Straws.' })
  expect(await asked('mika', id)).toMatchObject({ lastAnswer: { words: 'Straws.' } })
})
