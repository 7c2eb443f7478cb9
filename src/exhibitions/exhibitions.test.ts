import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventOf, gym, holdEvent, join, openEvent } from '../../test/support/exhibiting.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { openShowcase, proposeShowcase } from '../../test/support/showing.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const strangers = ['mika', 'rivera', 'amara', 'ravi', 'marsh', 'doyle']
const get = (key: string | null, id: string) => school.as(key).ask(contract.GetExhibition, { params: { id } })

test('a teacher opens one for their class and a principal for the school; nobody else does', async () => {
  const open = (key: string, more: object = {}) =>
    school.as(key).ask(contract.WriteExhibition, { params: { id: newId() }, body: eventOf(more) })
  for (const key of ['halvorsen', 'chen', 'singh'])
    expect([key, (await open(key)).status]).toEqual([key, 200])
  for (const key of ['jonas', ...strangers]) expect([key, (await open(key)).code]).toEqual([key, 'not_found'])
  const across = { classIds: [classOf('morning'), classOf('division-3')] }
  expect((await open('halvorsen', across)).code).toBe('not_found')
  expect((await open('chen', across)).code).toBe('not_found')
  for (const wrong of [
    { heldOn: '2026-11-23' },
    { fromMinute: 1100, toMinute: 1100 },
    { guestsFrom: '2026-11-25' },
    { title: '  ' },
    { places: [eventOf().places[0], eventOf().places[0]] },
    { classIds: [] },
    { places: [{ id: newId(), name: 'Gym', row: 1 }] },
    { places: [{ id: newId(), name: 'Gym', row: 7, column: 1 }] },
    { places: ['Gym', 'Hall'].map((name) => ({ id: newId(), name, row: 2, column: 2 })) },
  ]) {
    expect([wrong, (await open('halvorsen', wrong)).code]).toEqual([wrong, 'invalid'])
  }
})

test('sent twice it is opened once; changed, it says so to who looked at an older one', async () => {
  const id = newId()
  const write = (key: string, more: object = {}) =>
    school.as(key).ask(contract.WriteExhibition, { params: { id }, body: eventOf(more) })
  expect([(await write('halvorsen')).status, (await write('halvorsen')).status]).toEqual([200, 200])
  for (const other of [{ title: 'Another' }, { toMinute: 20 * 60 }, { fromMinute: 16 * 60 }])
    expect([other, (await write('halvorsen', other)).code]).toEqual([other, 'id_taken'])
  const revise = (key: string, title: string, revision = '2') =>
    school.as(key).ask(contract.ReviseExhibition, { params: { id, revision }, body: eventOf({ title }) })
  expect((await revise('chen', 'Evening of light')).status).toBe(200)
  expect((await revise('chen', 'Evening of light')).status).toBe(200)
  expect((await revise('halvorsen', 'Morning of light')).code).toBe('changed_elsewhere')
  expect((await revise('jonas', 'Mine', '3')).code).toBe('not_allowed')
  expect((await revise('rivera', 'Mine', '3')).code).toBe('not_found')
  expect((await get('jonas', id)).body.title).toBe('Evening of light')
})

test('learners of the class join with a showcase of their own, or with work at their table; nobody in their place', async () => {
  const id = await openEvent(school)
  const shown = await openShowcase(school)
  const take = (key: string | null, more: object, of = newId()) =>
    school
      .as(key)
      .ask(contract.TakeStand, { params: { id: of }, body: { exhibitionId: id, title: 'Mine', ...more } })
  const stand = await join(school, 'jonas', id, { showcaseId: shown.id })
  expect((await take('jonas', { showcaseId: shown.id }, newId())).status).toBe(200)
  expect((await take('minh', { showcaseId: shown.id })).code).toBe('not_found')
  expect((await take('minh', {})).status).toBe(200)
  for (const key of ['halvorsen', 'chen'])
    expect([key, (await take(key, {})).code]).toEqual([key, 'not_allowed'])
  for (const key of strangers) expect([key, (await take(key, {})).code]).toEqual([key, 'not_found'])
  expect((await take('minh', {}, stand)).code).toBe('not_found')
  const { stands } = (await get('minh', id)).body
  expect(stands.map(({ learner, showcase }) => [learner.name, showcase]).toSorted()).toEqual([
    ['Jonas Weatherby', 'open'],
    ['Minh Trần', null],
  ])
  const coded = await openShowcase(school, { passcode: 'birch bark' })
  expect((await take('jonas', { showcaseId: coded.id })).code).toBe('invalid')
  await school.as('jonas').ask(contract.LeaveStand, { params: { id: stand } })
  expect((await get('minh', id)).body.stands.length).toBe(1)
  expect((await get('jonas', id)).body.mine).toMatchObject({ id: stand, stays: false })
})

test('a stand of another district is not there, and nothing is written at it', async () => {
  const { standId } = await holdEvent(school)
  const elsewhere = await openEvent(school, 'rivera', { classIds: [classOf('division-3')] })
  const taken = await school.as('mika').ask(contract.TakeStand, {
    params: { id: standId },
    body: { exhibitionId: elsewhere, title: 'Not what Jonas found' },
  })
  expect(taken.code).toBe('not_found')
})

test('a learner chooses among showcases of their own that guests could see', async () => {
  const id = await openEvent(school)
  const waiting = await proposeShowcase(school, 'jonas')
  const { choices } = (await get('jonas', id)).body
  expect(choices.find((one) => one.id === waiting.id)?.state).toBe('waiting')
  expect((await get('minh', id)).body.choices).toEqual([])
})

test('who runs it says where and when, several at once; learners do not', async () => {
  const { id, standId, tableId } = await holdEvent(school)
  const place = (key: string, of: string, body: object) =>
    school.as(key).ask(contract.PlaceStand, { params: { id: of }, body })
  const { stands } = (await get('jonas', id)).body
  expect(stands.map(({ placeId, fromMinute }) => [placeId, fromMinute])).toEqual([
    [gym, 1050],
    [gym, 1050],
  ])
  expect((await place('chen', standId, { placeId: gym })).status).toBe(200)
  for (const wrong of [{ placeId: newId() }, { fromMinute: 1050 }, { fromMinute: 1060, toMinute: 1050 }]) {
    expect([wrong, (await place('halvorsen', standId, wrong)).code]).toEqual([wrong, 'invalid'])
  }
  expect((await place('minh', standId, { placeId: gym })).code).toBe('not_allowed')
  for (const key of strangers)
    expect([key, (await place(key, tableId, { placeId: gym })).code]).toEqual([key, 'not_found'])
})

test('only those who run it have its links, and end it', async () => {
  const { id } = await holdEvent(school)
  const links = (key: string | null) =>
    school
      .as(key)
      .ask(contract.GetExhibitionLinks, { params: { id } })
      .then(({ code }) => code)
  const end = (key: string | null) =>
    school
      .as(key)
      .ask(contract.EndExhibition, { params: { id } })
      .then(({ code }) => code)
  expect([await links('jonas'), await end('jonas')]).toEqual(['not_allowed', 'not_allowed'])
  for (const key of strangers)
    expect([key, await links(key), await end(key)]).toEqual([key, 'not_found', 'not_found'])
  expect([await links(null), await end(null)]).toEqual(['not_signed_in', 'not_signed_in'])
  for (const key of strangers) expect([key, (await get(key, id)).code]).toEqual([key, 'not_found'])
  expect([await end('chen'), await end('chen')]).toEqual([undefined, undefined])
  expect((await get('halvorsen', id)).body).toMatchObject({
    state: 'ended',
    may: { run: false, join: false },
  })
})
