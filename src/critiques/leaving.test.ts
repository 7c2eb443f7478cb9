import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowPeers, bringNew, giveCritique, kindWords, openRound } from '../../test/support/critiquing.ts'
import { fetchMedia, placeMedia } from '../../test/support/making.ts'
import { castMember } from '../../test/support/cast.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as work from '../work/contract.ts'
import { eraseForever } from '../work/deletion-store.ts'
import * as critiques from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
  await allowPeers(school)
})
afterAll(() => school.close())

const inNechako = <T>(change: Parameters<typeof asTheSystem<T>>[2]) =>
  asTheSystem(school.program.ground, { reason: 'a test', districtId: castMember('mika').districtId }, change)

const closeEnrollment = (key: string, on: string | null) =>
  inNechako(({ db }) =>
    db
      .updateTable('enrollment')
      .set({ closed_on: on })
      .where('person_id', '=', idOf(key))
      .where('class_id', '=', classOf('division-3'))
      .execute(),
  )
const opens = async (key: string, id: string) =>
  (await school.as(key).ask(critiques.GetBringing, { params: { id } })).status

test.each([
  ['a classmate', 'noor', { noor: 404, rivera: 200, kai: 200 }],
  ['whoever brought it', 'mika', { noor: 404, rivera: 404, mika: 200 }],
  ['a teacher', 'rivera', { noor: 200, rivera: 404, dubois: 200 }],
])('%s who left the class today takes the tie along', async (_who, key, wanted) => {
  const { bringingId } = await bringNew(school, 'mika', await openRound(school))
  await closeEnrollment(key, '2026-11-24')
  for (const [person, status] of Object.entries(wanted))
    expect([person, await opens(person, bringingId)]).toEqual([person, status])
  await closeEnrollment(key, null)
})

test('what is deleted leaves the table at once, and erased, takes the words along', async () => {
  const { bringingId, pieceId } = await bringNew(school, 'mika', await openRound(school))
  const critiqueId = await giveCritique(school, 'noor', bringingId)
  await school.as('mika').ask(critiques.ReportCritique, {
    params: { id: newId() },
    body: { critiqueId, why: 'x' },
  })
  await school.as('mika').ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId } })
  expect([await opens('noor', bringingId), await opens('rivera', bringingId)]).toEqual([404, 404])
  const left = await inNechako(async ({ db, now }) => {
    await eraseForever(db, new Date(now.getTime() + 31 * 86_400_000))
    const found = await sql<{ count: number }>`select (
      (select count(*) from bringing where id = ${bringingId}) + (select count(*) from critique where id = ${critiqueId})
      + (select count(*) from critique_word where critique_id = ${critiqueId})
      + (select count(*) from critique_report where critique_id = ${critiqueId}))::int as count`.execute(db)
    return found.rows[0]?.count
  })
  expect(left).toBe(0)
})

test('a voice is heard by whoever reads the words, and must be one’s own', async () => {
  const { bringingId } = await bringNew(school, 'mika', await openRound(school))
  const give = (mediaId: string, id = newId()) =>
    school.as('noor').ask(critiques.GiveCritique, {
      params: { id },
      body: { bringingId, words: kindWords.with(2, { step: 'helpful', text: '', mediaId } as never) },
    })
  expect((await give(await placeMedia(school, 'kai', 'audio'))).code).toBe('not_found')
  const [voice, critiqueId] = [await placeMedia(school, 'noor', 'audio'), newId()]
  expect((await give(voice, critiqueId)).status).toBe(200)
  const hears = (key: string) => fetchMedia(school, key, voice)
  expect([await hears('noor'), await hears('mika'), await hears('kai'), await hears('rivera')]).toEqual([
    200, 200, 200, 200,
  ])
  expect([await hears('anh'), await hears('amara'), await hears('okafor')]).toEqual([404, 404, 404])
  await school.as('rivera').ask(critiques.HideCritique, {
    params: { id: newId() },
    body: { critiqueId, hidden: true },
  })
  expect([await hears('noor'), await hears('mika'), await hears('rivera')]).toEqual([200, 404, 200])
})
