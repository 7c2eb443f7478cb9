import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audienceOf, choosing, collect } from '../../test/support/collecting.ts'
import { addPiece } from '../../test/support/making.ts'
import { nightFalls } from '../../test/support/night.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as reflections from '../reflections/contract.ts'
import { spaceOf } from '../demo/fill-people.ts'
import { GetTimeline } from '../timeline/contract.ts'
import { DeleteCollection, GetCollection, RestoreCollection, ShareCollection } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const everybody = ['mika', 'rivera', 'dubois', 'amara', 'tomas', 'noor', 'okafor', 'chen', 'ravi']

async function reflect(key: string, collectionId: string, more: object = {}) {
  const id = newId()
  const answer = await school.as(key).ask(reflections.AddReflection, {
    params: { id },
    body: { collectionId, body: 'These belong together.', audiences: ['teachers', 'family'], ...more },
  })
  return { id, answer }
}

const reads = async (key: string, collection: string, id: string) => {
  const { body } = await school
    .as(key)
    .ask(reflections.ListReflections, { params: { id: idOf('mika') }, query: { collection } })
  return body.reflections?.some((one) => one.id === id) ?? false
}
const readers = async (collection: string, id: string) => {
  const found = await Promise.all(
    everybody.map(async (key) => [key, await reads(key, collection, id)] as const),
  )
  return found.flatMap(([key, read]) => (read ? [key] : []))
}

test('it is read beside the collection by those of its readers who see the collection, and by nobody else', async () => {
  const work = await addPiece(school, 'mika')
  const id = await collect(school, 'mika', choosing({ pieceId: work.id, why: 'Because.' }))
  const said = await reflect('mika', id)
  expect(said.answer.status).toBe(200)
  const show = (...audiences: object[]) =>
    school.as('mika').ask(ShareCollection, { params: { id }, body: { audiences } })
  expect(await readers(id, said.id)).toEqual(['mika'])
  await show(...audienceOf('teachers'))
  expect(await readers(id, said.id)).toEqual(['mika', 'rivera', 'dubois'])
  await show(...audienceOf('family'))
  expect(await readers(id, said.id)).toEqual(['mika', 'amara', 'tomas'])
  await show({ audience: 'class', spaceId: spaceOf(classOf('division-3')) })
  expect(await readers(id, said.id)).toEqual(['mika', 'rivera', 'dubois'])
  await show(...audienceOf('teachers', 'family'))
  for (const key of await readers(id, said.id))
    expect((await school.as(key).ask(GetCollection, { params: { id } })).status).toBe(200)
  const kept = (audiences: string[]) =>
    school.as('mika').ask(reflections.ShareReflection, { params: { id: said.id }, body: { audiences } })
  await kept([])
  expect(await readers(id, said.id)).toEqual(['mika'])
})

test('only its learner says something about it: no adult, not for a child either, and not about another’s', async () => {
  const id = await collect(school, 'mika', choosing(), audienceOf('teachers', 'family'))
  for (const key of ['rivera', 'amara']) {
    expect((await reflect(key, id, { learnerId: idOf('mika') })).answer.status).not.toBe(200)
    expect((await reflect(key, id)).answer.status).not.toBe(200)
  }
  const theirs = await collect(school, 'theo', choosing(), audienceOf('teachers'))
  expect((await reflect('okafor', theirs, { learnerId: idOf('theo') })).answer.code).toBe('not_found')
  expect((await reflect('mika', theirs)).answer.code).toBe('not_found')
  await school.as('mika').ask(DeleteCollection, { params: { id } })
  expect((await reflect('mika', id)).answer.code).toBe('not_found')
})

test('it stands in the timeline with the way to its collection, found by its words by those who read it', async () => {
  const id = await collect(school, 'mika', choosing(), audienceOf('teachers'))
  const said = await reflect('mika', id, { body: 'Every one of them has a heron.' })
  const find = async (key: string) =>
    (
      await school
        .as(key)
        .ask(GetTimeline, { params: { id: idOf('mika') }, query: { words: 'heron', kind: 'reflection' } })
    ).body.entries?.map((one) => [one.id, one.collection?.id])
  expect(await find('mika')).toEqual([[said.id, id]])
  expect(await find('rivera')).toEqual([[said.id, id]])
  expect(await find('amara')).toEqual([])
})

test('when its collection is deleted it stays with its learner, and nobody comes to read it by that', async () => {
  const [hidden, shown] = [
    await collect(school, 'mika', choosing()),
    await collect(school, 'mika', choosing(), audienceOf('teachers')),
  ]
  const said = [(await reflect('mika', hidden)).id, (await reflect('mika', shown)).id]
  const all = async (key: string) =>
    (await school.as(key).ask(reflections.ListReflections, { params: { id: idOf('mika') }, query: {} })).body
      .reflections
  const sees = async (key: string) =>
    (await all(key)).flatMap(({ id }) => (said.includes(id) ? [id] : [])).toSorted()
  expect(await sees('rivera')).toEqual([said[1]])
  const remove = (id: string) => school.as('mika').ask(DeleteCollection, { params: { id } })
  await remove(shown)
  expect([await sees('mika'), await sees('rivera')]).toEqual([said.toSorted(), []])
  await school.as('mika').ask(RestoreCollection, { params: { id: shown } })
  expect(await sees('rivera')).toEqual([said[1]])
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  await remove(shown)
  await remove(hidden)
  await nightFalls(school, 31)
  expect([await sees('mika'), await sees('rivera')]).toEqual([said.toSorted(), []])
  expect((await all('mika')).find(({ id }) => id === said[0])).toMatchObject({
    collection: null,
    audiences: [],
  })
})
