import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { GetPhrases, KeepPhrases } from './contract.ts'
import { mostPhrases } from './phrase.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const keep = (key: string, revision: number, phrases: string[]) =>
  school.as(key).ask(KeepPhrases, { params: { revision: String(revision) }, body: { phrases } })
const kept = async (key: string) => (await school.as(key).ask(GetPhrases)).body

test("phrases follow their teacher, in their order, and are nobody else's", async () => {
  expect(await kept('rivera')).toEqual({ revision: 0, phrases: [] })
  await keep('rivera', 1, ['Show me how.', 'What did you try first?'])
  expect(await kept('rivera')).toEqual({ revision: 1, phrases: ['Show me how.', 'What did you try first?'] })
  await keep('rivera', 2, ['What did you try first?'])
  expect((await kept('rivera')).phrases).toEqual(['What did you try first?'])
  for (const key of ['dubois', 'mika', 'marsh']) expect((await kept(key)).phrases).toEqual([])
})

test('sent twice they are kept once; two devices that change them at once are told', async () => {
  expect((await keep('dubois', 1, ['A'])).status).toBe(200)
  expect((await keep('dubois', 1, ['A'])).status).toBe(200)
  expect((await keep('dubois', 1, ['B'])).code).toBe('changed_elsewhere')
  expect((await keep('dubois', 3, ['C'])).code).toBe('changed_elsewhere')
  expect(await kept('dubois')).toEqual({ revision: 1, phrases: ['A'] })
})

test('a list has an end', async () => {
  const many = Array.from({ length: mostPhrases + 1 }, (_, place) => `phrase ${place}`)
  expect((await keep('okafor', 1, many)).code).toBe('invalid')
  expect((await keep('okafor', 1, many.slice(1))).status).toBe(200)
})
