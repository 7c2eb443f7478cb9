import { afterAll, beforeAll, expect, test } from 'vitest'
import { audienceOf, collect, collectionOf } from '../../test/support/collecting.ts'
import { addPiece } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { openShowcase, visit } from '../../test/support/showing.ts'
import { GetCollection, WhoSeesCollection } from '../collections/contract.ts'
import { GetPiece } from '../work/contract.ts'
import { ListLooks } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const looksOf = (key: string, of: string) => school.as(key).ask(ListLooks, { params: { id: idOf(of) } })

test('who opened which work and collection is told to the learner and the family, of what they see themselves', async () => {
  const open = await addPiece(school, 'mika', ['teachers', 'family'])
  const forTeachers = await addPiece(school, 'mika', ['teachers'])
  const collection = await collect(school, 'mika', collectionOf(), audienceOf('teachers', 'family'))
  for (const { id } of [open, forTeachers]) await school.as('rivera').ask(GetPiece, { params: { id } })
  await school.as('amara').ask(GetPiece, { params: { id: open.id } })
  for (const key of ['rivera', 'amara'])
    await school.as(key).ask(GetCollection, { params: { id: collection } })
  const told = async (key: string) =>
    (await looksOf(key, 'mika')).body.looks.map(
      ({ person, piece, collection: seen }) => `${person.id} ${(piece ?? seen)?.id}`,
    )
  const [rivera, amara] = [idOf('rivera'), idOf('amara')]
  const family = [`${rivera} ${open.id}`, `${rivera} ${collection}`]
  const ofAmara = [`${amara} ${open.id}`, `${amara} ${collection}`]
  expect((await told('mika')).toSorted()).toEqual(
    [...family, ...ofAmara, `${rivera} ${forTeachers.id}`].toSorted(),
  )
  expect((await told('amara')).toSorted()).toEqual([...family, ...ofAmara].toSorted())
  // when one parent looks is nothing the other household is told, on no page
  expect((await told('tomas')).toSorted()).toEqual(family.toSorted())
  const beside = await school.as('tomas').ask(WhoSeesCollection, { params: { id: collection } })
  expect(beside.body.looks.map(({ person }) => person.id)).toEqual([rivera])
  for (const key of ['rivera', 'noor', 'chen', 'singh', 'leila', 'marsh', 'ravi'])
    expect([key, (await looksOf(key, 'mika')).code]).toEqual([key, 'not_found'])
})

test('that a link was used is told by the day and how often, without who; a crawler is nobody', async () => {
  const shown = await openShowcase(school)
  await visit(school, shown.path, { 'user-agent': 'Googlebot/2.1' })
  await visit(school, shown.path)
  const links = async () => (await looksOf('jonas', 'jonas')).body.links
  await expect
    .poll(links, { timeout: 10_000 })
    .toEqual([
      { on: '2026-11-24', times: 1, collection: { id: shown.collectionId, title: 'What I am proud of' } },
    ])
})
