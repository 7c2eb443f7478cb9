import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptPack, tag } from '../../test/support/claiming.ts'
import { choosing, collect } from '../../test/support/collecting.ts'
import { castMember } from '../../test/support/cast.ts'
import { addPiece, fetchMedia } from '../../test/support/making.ts'
import { nightPasses } from '../../test/support/night.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import {
  answer,
  midnightTonight,
  openShowcase,
  pathTo,
  proposeShowcase,
  visit,
} from '../../test/support/showing.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { DeleteCollection } from '../collections/contract.ts'
import { DeleteWork } from '../work/contract.ts'
import { ListShowcases, ProposeShowcase, WithdrawShowcase } from './contract.ts'

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

const held = (mediaId: string) =>
  asTheSystem(
    school.program.ground,
    { reason: 'a test', districtId: castMember('jonas').districtId },
    ({ db }) =>
      sql`select 1 from collection_copy k where k.kind = 'showcase' and (k.content::text like ${`%${mediaId}%`}
        or exists (select 1 from collection_copy_media t where t.copy_id = k.id and t.media_id = ${mediaId}))`.execute(
        db,
      ),
  ).then(({ rows }) => rows.length)

test('work that was erased is erased from what showcases hold too, and those stay open', async () => {
  const shown = await openShowcase(school, { closesOn: '2027-06-30' })
  await school.as('jonas').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: shown.pieceId } })
  school.later(29)
  await nightPasses(school)
  expect(await held(shown.mediaId)).toBe(1)
  for (const days of [2, 1]) {
    school.later(days)
    await nightPasses(school)
  }
  expect(await held(shown.mediaId)).toBe(0)
  expect((await visit(school, shown.path)).statusCode).toBe(200)
})

test('with its collection the copy of a showcase is erased', async () => {
  const shown = await openShowcase(school, { closesOn: '2027-06-30' })
  await school.as('jonas').ask(DeleteCollection, { params: { id: shown.collectionId } })
  for (const days of [31, 1]) {
    school.later(days)
    await nightPasses(school)
  }
  expect(await held(shown.mediaId)).toBe(0)
})

test('a tag that came along and still stands is not taken for erased', async () => {
  const { competency } = await adoptPack(school)
  const piece = await addPiece(school, 'jonas', [])
  const made = await tag(school, 'jonas', { pieceId: piece.id, competencyId: competency('Collaborating') })
  const choice = choosing({ pieceId: piece.id, beside: [made.id] })
  const [id, collectionId] = [newId(), await collect(school, 'jonas', choice)]
  const body = { collectionId, ...midnightTonight, closesOn: '2027-06-30' }
  await school.as('jonas').ask(ProposeShowcase, { params: { id }, body })
  await answer(school, 'halvorsen', id, 'teacher')
  await nightPasses(school)
  const page = await visit(school, await pathTo(school, 'jonas', id), { 'accept-language': 'en' })
  expect(page.body).toContain('<li>Collaborating</li>')
})
