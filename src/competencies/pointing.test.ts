import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claim, tag } from '../../test/support/claiming.ts'
import { addPiece } from '../../test/support/making.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { SetGoal } from '../goals/contract.ts'
import { BringFramework } from '../interop/case/contract.ts'
import { DeleteClaim, RemoveTag } from '../self-assessment/contract.ts'
import { DeleteWork } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const bring = async (statements: string[], frameworkId?: string) => {
  const table = ['code,statement', ...statements.map((words) => `${words.split(' ')[0]},${words}`)].join('\n')
  const id = newId()
  const answer = await school.as('singh').ask(BringFramework, {
    params: { id },
    body: {
      name: 'trail.csv',
      file: Buffer.from(table).toString('base64'),
      title: 'Trail',
      ...(frameworkId ? { frameworkId } : {}),
    },
  })
  expect(answer.text).toBe('{"done":true}')
  return id
}
const lookAt = async (id: string) =>
  (await school.as('singh').ask(contract.GetFrameworkImport, { params: { id } })).body
const apply = async (id: string) =>
  (
    await school
      .as('singh')
      .ask(contract.ApplyFrameworkImport, { params: { id }, body: { judgedBy: 'learner' } })
  ).body.frameworkId
const pointing = (key: string, id: string) => school.as(key).ask(contract.ListPointing, { params: { id } })

test('what learners point at is counted before it would be retired, and keeps pointing after', async () => {
  const frameworkId = await apply(await bring(['Map reading', 'Cairn building', 'Water finding']))
  const { items } = (await school.as('mika').ask(contract.GetFramework, { params: { id: frameworkId } })).body
  const cairn = items.find(({ code }) => code === 'Cairn')?.id ?? ''
  for (const [key, step] of [
    ['mika', 'Build one alone'],
    ['noor', 'Build one with Mika'],
  ])
    await school.as(key ?? '').ask(SetGoal, {
      params: { id: newId() },
      body: { form: 'step', words: { step }, competencyId: cairn },
    })
  expect((await pointing('singh', frameworkId)).body).toEqual([{ competencyId: cairn, things: 2 }])
  expect((await pointing('singh', frameworkId)).text).not.toContain('alone')
  for (const key of ['mika', 'rivera', 'chen'])
    expect([key, (await pointing(key, frameworkId)).code]).toEqual([key, 'not_found'])

  const kept = await bring(['Map reading', 'Cairn building', 'Water finding'], frameworkId)
  expect((await lookAt(kept)).touches).toEqual({ items: 0, things: 0 })
  const fewer = await bring(['Map reading'], frameworkId)
  expect(await lookAt(fewer)).toMatchObject({ retires: { count: 2 }, touches: { items: 1, things: 2 } })
  await apply(fewer)
  expect(await lookAt(fewer)).toMatchObject({ retires: { count: 2 }, touches: { items: 0, things: 0 } })
  expect((await pointing('singh', frameworkId)).body).toEqual([{ competencyId: cairn, things: 2 }])
})

test('what they say they can do and what they tagged is counted too, as long as it stands', async () => {
  const frameworkId = await apply(await bring(['Paddling alone', 'Portaging together']))
  const { items } = (await school.as('mika').ask(contract.GetFramework, { params: { id: frameworkId } })).body
  const competencyId = items.find(({ code }) => code === 'Portaging')?.id ?? ''
  const counted = async () => (await pointing('singh', frameworkId)).body
  const things = (count: number) => [{ competencyId, things: count }]

  const said = await claim(school, 'mika', { competencyId, words: 'I carry the bow now' })
  expect(await counted()).toEqual(things(1))
  const [first, second] = [await addPiece(school, 'noor', []), await addPiece(school, 'noor', [])]
  const tagged = await tag(school, 'noor', { pieceId: first.id, competencyId })
  await tag(school, 'noor', { pieceId: second.id, competencyId })
  expect(await counted()).toEqual(things(3))
  expect((await pointing('singh', frameworkId)).text).not.toContain('bow')
  const fewer = await bring(['Paddling alone'], frameworkId)
  expect((await lookAt(fewer)).touches).toEqual({ items: 1, things: 3 })

  await school.as('noor').ask(RemoveTag, { params: { id: tagged.id } })
  expect(await counted()).toEqual(things(2))
  await school.as('noor').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: second.id } })
  expect(await counted()).toEqual(things(1))
  await school.as('mika').ask(DeleteClaim, { params: { id: said.id } })
  expect(await counted()).toEqual([])
})
