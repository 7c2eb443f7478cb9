import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enroll, roster, schoolOf, unenroll } from '../../test/support/completing.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { ListGoals, SetGoal } from '../goals/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const today = '2026-11-24'
const prompts = async (key: string) => (await school.as(key).ask(contract.ListPrompts)).body
const reflect = async (key: string, body: object) => {
  const id = newId()
  const answer = await school.as(key).ask(contract.AddReflection, { params: { id }, body })
  return { id, answer }
}
const read = async (by: string, learner: string) => {
  const { body } = await school.as(by).ask(contract.ListReflections, { params: { id: idOf(learner) } })
  return body.reflections?.map(({ id }) => id) ?? []
}

test('who changes grade band in mid-term is asked the questions of the new one, and keeps what was said', async () => {
  const before = await prompts('anh')
  const [first] = before.prompts.filter(({ own }) => !own)
  const said = await reflect('anh', { prompt: first?.key, promptWords: first?.words.en, body: 'The tail.' })
  const scribed = { learnerId: idOf('anh'), body: 'She says …' }
  expect((await reflect('rivera', scribed)).answer.status).toBe(200)
  await roster(school, 'anh', unenroll('anh', 'division-3', today), enroll('anh', 'division-3', today, '6'))
  const after = await prompts('anh')
  expect([before.band, after.band]).toEqual(['35', '69'])
  expect(after.prompts.filter(({ own }) => !own).every(({ key }) => key.startsWith('69-'))).toBe(true)
  expect(await read('anh', 'anh')).toContain(said.id)
  // and is from now on too old for anybody to write it down in her place
  expect((await reflect('rivera', scribed)).answer.code).toBe('not_allowed')
})

test('who changes school in mid-term takes words and goals along; the old school’s questions and teachers stay behind', async () => {
  const ask = async (body: object) => {
    const id = newId()
    await school.as('singh').ask(contract.AddOwnPrompt, {
      params: { id },
      body: { words: 'What is new?', ...body },
    })
    return id
  }
  const [here, there] = [
    await ask({ schoolId: schoolOf('cedar-hill') }),
    await ask({ schoolId: schoolOf('riverbend') }),
  ]
  const own = async () =>
    (await prompts('otto')).prompts.flatMap(({ key, own: isOwn }) => (isOwn ? [key] : []))
  expect(await own()).toEqual([here])
  const [term] = (await prompts('otto')).terms
  const shared = { audiences: ['teachers'] }
  const said = await reflect('otto', { termId: term?.id, body: 'My bridge held.', ...shared })
  const goal = newId()
  await school
    .as('otto')
    .ask(SetGoal, { params: { id: goal }, body: { form: 'step', words: { step: 'Five books' }, ...shared } })
  await roster(school, 'otto', unenroll('otto', 'division-3', today), enroll('otto', 'morning', today, '10'))
  expect(await own()).toEqual([there])
  expect((await prompts('otto')).terms.map(({ id }) => id)).not.toContain(term?.id)
  expect(await read('otto', 'otto')).toContain(said.id)
  expect(await read('halvorsen', 'otto')).toContain(said.id)
  expect(await read('rivera', 'otto')).toEqual([])
  const goals = async (by: string) =>
    (await school.as(by).ask(ListGoals, { params: { id: idOf('otto') } })).body.goals?.map(({ id }) => id)
  expect(await goals('halvorsen')).toEqual([goal])
  expect(await goals('rivera')).toBeUndefined()
})
