import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { FindPeople } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('one kind is found among any number of others with the name, who take nobody’s place', async () => {
  const why = { reason: 'a thousand namesakes', districtId: districtId.nechako }
  await asTheSystem(school.program.ground, why, ({ db }) =>
    sql`insert into person (id, district_id, given_name, family_name, created_at)
      select gen_random_uuid(), ${districtId.nechako}, 'A' || n, 'Rivera', cairn_now() from generate_series(1, 2500) n`.execute(
      db,
    ),
  )
  const find = async (kind?: string) =>
    (await school.as('singh').ask(FindPeople, { query: { words: 'rivera', ...(kind ? { kind } : {}) } })).body
  expect(await find()).toHaveLength(30)
  expect((await find('teacher')).map(({ id }) => id)).toEqual([idOf('rivera')])
  expect(await find('learner')).toEqual([])
})
