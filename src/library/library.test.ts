import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as activities from '../activities/contract.ts'
import { invite } from '../../test/support/inviting.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import * as library from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

async function shelve(shelf: 'school' | 'district', activityId: string, by = 'rivera') {
  const id = newId()
  const answer = await school.as(by).ask(library.PublishItem, { params: { id }, body: { activityId, shelf } })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}
const listed = async (key: string, shelf: string, words?: string) => {
  const answer = await school
    .as(key)
    .ask(library.ListLibrary, { params: { shelf }, query: words ? { words } : {} })
  return answer.body.found
}
const read = async (key: string, id: string) => {
  const answer = await school.as(key).ask(library.GetLibraryItem, { params: { id } })
  return answer.code ?? 'read'
}
const copy = (key: string, of: string, from: object, id = newId()) =>
  school.as(key).ask(library.CopyActivity, { params: { id }, body: { classId: classOf(of), ...from } })
const see = (key: string, id: string) => school.as(key).ask(activities.GetActivity, { params: { id } })
const revise = (key: string, id: string, revision: string, title: string) =>
  school.as(key).ask(activities.ReviseActivity, { params: { id, revision }, body: { title } })

test('the school’s library is for its staff, the district’s for the district’s, and no learner reads either', async () => {
  const item = await shelve('school', await invite(school))
  const wide = await shelve('district', await invite(school))
  const whoReads = async (id: string) =>
    Object.fromEntries(
      await Promise.all(
        ['rivera', 'okafor', 'halvorsen', 'chen', 'singh', 'mika', 'amara', 'marsh', 'doyle'].map(
          async (key) => [key, await read(key, id)] as const,
        ),
      ),
    )
  const nobodyElse = { mika: 'not_found', amara: 'not_found', marsh: 'not_found', doyle: 'not_found' }
  expect(await whoReads(item)).toEqual({
    rivera: 'read',
    okafor: 'read',
    halvorsen: 'not_found',
    chen: 'read',
    singh: 'read',
    ...nobodyElse,
  })
  expect(await whoReads(wide)).toMatchObject({
    okafor: 'read',
    halvorsen: 'read',
    chen: 'read',
    ...nobodyElse,
  })
  const found = await listed('halvorsen', 'district')
  expect(found.find((one) => one.itemId === wide)).toMatchObject({ from: 'Cedar Hill Elementary' })
  expect(await listed('mika', 'district')).toEqual([])
  expect(await listed('halvorsen', 'school')).toEqual([])
})

test('only a teacher of its class puts an activity there; drafts may stand there, nameless ones may not', async () => {
  const id = await invite(school)
  const put = (key: string, activityId: string) =>
    school
      .as(key)
      .ask(library.PublishItem, { params: { id: newId() }, body: { activityId, shelf: 'school' } })
  expect((await put('mika', id)).code).toBe('not_allowed')
  for (const key of ['okafor', 'chen', 'amara', 'ravi']) expect((await put(key, id)).code).toBe('not_found')
  expect((await put('dubois', await invite(school, { draft: true }))).status).toBe(200)
  expect((await put('rivera', await invite(school, { title: '', draft: true }))).code).toBe('invalid')
})

test('a copy is a draft of its own with a note of where it came from', async () => {
  const id = await invite(school, { title: 'Beaver lodges', dueOn: '2026-12-01' })
  const item = await shelve('school', id)
  await revise('rivera', id, '2', 'Changed afterwards')
  const copyId = newId()
  expect((await copy('okafor', 'kindergarten', { activityId: id, itemId: item }, copyId)).status).toBe(200)
  expect((await copy('okafor', 'kindergarten', { activityId: id, itemId: item }, copyId)).status).toBe(200)
  const made = (await see('okafor', copyId)).body
  expect(made).toMatchObject({
    title: 'Beaver lodges',
    dueOn: null,
    publishedAt: null,
    createdBy: { name: 'Ngozi Okafor' },
    origin: { title: 'Beaver lodges', madeBy: { name: 'Elena Rivera' }, school: 'Cedar Hill Elementary' },
  })
  await revise('okafor', copyId, '2', 'Mine')
  expect([(await see('rivera', id)).body.title, (await see('rivera', copyId)).code]).toEqual([
    'Changed afterwards',
    'not_found',
  ])
})

test('one’s own activities can be copied into another class or another year, nobody else’s', async () => {
  const id = await invite(school, { by: 'halvorsen', class: 'morning' })
  expect((await copy('halvorsen', 'afternoon', { activityId: id })).status).toBe(200)
  expect((await copy('halvorsen', 'division-3', { activityId: id })).code).toBe('not_found')
  for (const key of ['okafor', 'rivera']) {
    const of = key === 'okafor' ? 'kindergarten' : 'division-3'
    expect((await copy(key, of, { activityId: id })).code).toBe('not_found')
  }
  expect((await listed('halvorsen', 'own')).map((one) => one.activityId)).toContain(id)
  expect((await listed('rivera', 'own')).map((one) => one.activityId)).not.toContain(id)
})

test('taken out of the library it is gone there, and its copies stay', async () => {
  const id = await invite(school)
  const item = await shelve('district', id)
  const copyId = newId()
  await copy('okafor', 'kindergarten', { activityId: id, itemId: item }, copyId)
  const withdraw = (key: string) => school.as(key).ask(library.WithdrawItem, { params: { id: item } })
  expect((await withdraw('okafor')).code).toBe('not_allowed')
  expect((await withdraw('mika')).code).toBe('not_found')
  expect((await withdraw('chen')).status).toBe(200)
  expect((await withdraw('rivera')).status).toBe(200)
  expect(await read('okafor', item)).toBe('not_found')
  expect((await copy('okafor', 'kindergarten', { activityId: id, itemId: item })).code).toBe('not_found')
  expect((await see('okafor', copyId)).status).toBe(200)
})

test('put there again after an edit, it stands there once, as it is now', async () => {
  const id = await invite(school, { title: 'First' })
  const before = await shelve('school', id)
  await revise('dubois', id, '2', 'Second')
  const shelved = () => school.as('dubois').ask(library.ListShelved, { params: { id } })
  expect((await shelved()).body).toMatchObject([{ id: before, outdated: true, may: { withdraw: true } }])
  const now = await shelve('school', id, 'dubois')
  expect((await shelved()).body).toMatchObject([{ id: now, outdated: false }])
  const found = (await listed('okafor', 'school')).filter((one) => one.activityId === id)
  expect(found).toMatchObject([{ itemId: now, title: 'Second' }])
  expect((await school.as('mika').ask(library.ListShelved, { params: { id } })).code).toBe('not_found')
})

test('deleted, an activity leaves the library with it', async () => {
  const id = await invite(school)
  const item = await shelve('school', id)
  await school
    .as('rivera')
    .ask(activities.DeleteActivity, { params: { id: newId() }, body: { activityId: id } })
  expect(await read('okafor', item)).toBe('not_found')
})

test('words are searched for as they are typed, in either case', async () => {
  const id = await invite(school, { title: 'Salmon 100% wild_caught' })
  await shelve('district', id)
  const finds = async (words: string) =>
    (await listed('okafor', 'district', words)).some((one) => one.activityId === id)
  expect([
    await finds('SALMON'),
    await finds('100%'),
    await finds('d_c'),
    await finds('1%0'),
    await finds(''),
  ]).toEqual([true, true, true, false, true])
})
