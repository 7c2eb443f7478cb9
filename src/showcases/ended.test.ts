import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { fetchMedia } from '../../test/support/making.ts'
import { nightPasses } from '../../test/support/night.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { openShowcase, proposeShowcase, visit } from '../../test/support/showing.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { ListShowcases, WithdrawShowcase } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const copies = () =>
  asTheSystem(
    school.program.ground,
    { reason: 'a test', districtId: castMember('jonas').districtId },
    ({ db }) => sql<{ id: string }>`select id from collection_copy where kind = 'showcase'`.execute(db),
  ).then(({ rows }) => rows.length)

test('what a showcase held is erased 30 days after its end; that there was one, and who agreed, stays', async () => {
  const ended = await openShowcase(school)
  const withdrawn = await proposeShowcase(school, 'jonas', { closesOn: '2027-06-30' })
  await school.as('jonas').ask(WithdrawShowcase, { params: { id: withdrawn.id } })
  const lasting = await openShowcase(school, { closesOn: '2027-06-30' })
  school.later(29)
  await nightPasses(school)
  expect(await copies()).toBe(3)
  school.later(3)
  await nightPasses(school)
  expect(await copies()).toBe(1)
  const [kept] = (await school.as('jonas').ask(ListShowcases, { params: { id: ended.collectionId } })).body
  expect(kept).toMatchObject({ state: 'ended', answers: [{ role: 'learner' }, { role: 'teacher' }] })
  expect([
    (await visit(school, ended.path)).statusCode,
    (await visit(school, lasting.path)).statusCode,
  ]).toEqual([410, 200])
  expect([
    await fetchMedia(school, 'jonas', ended.mediaId),
    await fetchMedia(school, 'halvorsen', ended.mediaId),
  ]).toEqual([200, 200])
})
