import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { WhoSees, WhoWouldSee } from '../work/contract.ts'
import { ListShareSuggestions, SetShareSuggestion } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const suggested = async (key: string) =>
  (await school.as(key).ask(WhoWouldSee, { params: { id: idOf(key) } })).body
    .filter((one) => one.suggested)
    .map(({ audience }) => audience)
const suggest = (key: string, voice: string, body: { teachers: boolean; family: boolean }) =>
  school.as(key).ask(SetShareSuggestion, { body: { voice, ...body } })

test('nobody is chosen beforehand until the district says so, and then for one grade band only', async () => {
  expect(await suggested('theo')).toEqual([])
  expect((await suggest('singh', 'early', { teachers: true, family: true })).status).toBe(200)
  expect(await suggested('theo')).toEqual(['teachers', 'family'])
  expect(await suggested('jonas')).toEqual([])
  await suggest('singh', 'early', { teachers: true, family: false })
  expect(await suggested('theo')).toEqual(['teachers'])
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { act: 'sharing.suggested' } })).body
  expect(lines[0]).toMatchObject({ said: { voice: 'early', teachers: 'yes', family: 'no' } })
})

test('it widens nothing: what is private stays private, and so does what is added without a choice', async () => {
  const before = await addPiece(school, 'theo')
  await suggest('singh', 'early', { teachers: true, family: true })
  const after = await addPiece(school, 'theo')
  for (const { id } of [before, after]) {
    const { faces } = (await school.as('theo').ask(WhoSees, { params: { id } })).body
    expect(faces.map((face) => face.id)).toEqual([idOf('theo')])
  }
})

test('a principal sees what is suggested and decides nothing; others find no such page', async () => {
  const seen = (await school.as('chen').ask(ListShareSuggestions)).body
  expect(seen).toMatchObject({ may: { change: false } })
  expect(seen.bands[0]).toEqual({ voice: 'early', teachers: true, family: true })
  const nobody = { teachers: false, family: false }
  expect((await suggest('chen', 'early', nobody)).code).toBe('not_allowed')
  for (const key of ['rivera', 'theo', 'amara']) {
    expect([key, (await school.as(key).ask(ListShareSuggestions)).code]).toEqual([key, 'not_found'])
    expect([key, (await suggest(key, 'early', nobody)).code]).toEqual([key, 'not_found'])
  }
})
