import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId, schoolId } from '../demo/cast-schools.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
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
type Suggests = { teachers: boolean; family: boolean }
const suggest = (key: string, voice: string, suggests: Suggests | null, schoolId?: string) =>
  school.as(key).ask(SetShareSuggestion, { body: { voice, suggests, ...(schoolId ? { schoolId } : {}) } })

test('nobody is chosen beforehand until the district says so, and then for one grade band only', async () => {
  expect(await suggested('theo')).toEqual([])
  expect((await suggest('singh', 'early', { teachers: true, family: true })).status).toBe(200)
  expect(await suggested('theo')).toEqual(['teachers', 'family'])
  expect(await suggested('jonas')).toEqual([])
  await suggest('singh', 'early', { teachers: true, family: false })
  expect(await suggested('theo')).toEqual(['teachers'])
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { act: 'sharing.suggested' } })).body
  expect(lines[0]).toMatchObject({
    said: {
      voice: 'early',
      teachers: 'yes',
      family: 'no',
      before: 'yes',
      wasTeachers: 'yes',
      wasFamily: 'yes',
    },
  })
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
  expect(seen.bands[0]).toEqual({ voice: 'early', teachers: true, family: true, own: true })
  const nobody = { teachers: false, family: false }
  expect((await suggest('chen', 'early', nobody)).code).toBe('not_allowed')
  for (const key of ['rivera', 'theo', 'amara']) {
    expect([key, (await school.as(key).ask(ListShareSuggestions)).code]).toEqual([key, 'not_found'])
    expect([key, (await suggest(key, 'early', nobody)).code]).toEqual([key, 'not_found'])
  }
})

test('a school suggests otherwise to its own learners alone, and says again what the district says', async () => {
  const here = schoolId('cedar-hill')
  await suggest('singh', 'early', { teachers: true, family: true })
  expect((await suggest('chen', 'early', { teachers: true, family: false }, here)).status).toBe(200)
  expect(await suggested('theo')).toEqual(['teachers'])
  // what the district decides later does not go over it
  await suggest('singh', 'early', { teachers: false, family: true })
  expect(await suggested('theo')).toEqual(['teachers'])
  const { body } = await school.as('chen').ask(ListShareSuggestions)
  expect(body.schools.find(({ id }) => id === here)?.bands[0]).toEqual({
    voice: 'early',
    teachers: true,
    family: false,
    own: true,
  })
  expect(body.schools[0]?.bands[1]).toMatchObject({ voice: 'middle', own: false })
  for (const key of ['doyle', 'rivera', 'theo', 'amara'])
    expect([key, (await suggest(key, 'early', null, here)).code]).toEqual([key, 'not_found'])
  expect((await suggest('singh', 'early', null)).code).toBe('invalid')
  expect((await suggest('chen', 'early', null, here)).status).toBe(200)
  expect(await suggested('theo')).toEqual(['family'])
  const { lines } = (await school.as('chen').ask(ReadLogbook, { query: { about: 'rules' } })).body
  const mine = lines.filter(({ act }) => act.startsWith('sharing.')).map(({ act }) => act)
  expect(mine).toEqual(['sharing.follows-district', 'sharing.suggested-here'])
})

test('the school of the class of today decides, not of one that was opened later and left', async () => {
  const harbour = schoolId('harbour-point')
  await suggest('singh', 'early', { teachers: false, family: true })
  await suggest('singh', 'early', { teachers: true, family: false }, harbour)
  await asTheSystem(school.program.ground, { reason: 'test', districtId: districtId.nechako }, ({ db }) =>
    sql`with taken as (insert into class (id, district_id, school_id, name, opens_on, closes_on)
        values (gen_random_uuid(), ${districtId.nechako}, ${harbour}, 'Swimming', '2026-09-08', '2027-06-30') returning id)
      insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on, closed_on)
      select gen_random_uuid(), ${districtId.nechako}, t.id, ${idOf('theo')}, 'student', '1', '2026-11-01', '2026-11-15'
      from taken t`.execute(db),
  )
  expect(await suggested('theo')).toEqual(['family'])
})
