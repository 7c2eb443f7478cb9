import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchMedia, placeMedia } from '../../test/support/making.ts'
import { nightPasses } from '../../test/support/night.ts'
import { castMember } from '../../test/support/cast.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { AddReflection } from '../reflections/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as contract from './contract.ts'

let school: School
const start = new Date('2026-11-24T18:00:00Z')
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const secret = 'I hope you still look at things for a long time.'
const seal = async (key: string, body: object = {}, id = newId()) => ({
  id,
  answer: await school.as(key).ask(contract.SealLetter, {
    params: { id },
    body: { opensOn: '2027-06-20', body: secret, ...body },
  }),
})
const read = (key: string | null, id: string) => school.as(key).ask(contract.ReadLetter, { params: { id } })
const list = async (key: string) => (await school.as(key).ask(contract.ListLetters)).body
const onDay = (days: number) => {
  school.clock.now = start
  school.later(days)
}

test('a sealed letter is read by nobody: not by its learner, a teacher, a guardian, a classmate or an administrator', async () => {
  const { id, answer } = await seal('mika')
  expect(answer.status).toBe(200)
  const own = await read('mika', id)
  expect([own.status, own.code]).toEqual([403, 'still_sealed'])
  for (const key of ['rivera', 'dubois', 'amara', 'tomas', 'noor', 'theo', 'chen', 'singh', 'ravi']) {
    expect((await read(key, id)).code, key).toBe('not_found')
    expect(JSON.stringify(await list(key)), key).not.toContain(id)
  }
  expect((await read(null, id)).code).toBe('not_signed_in')
  const outside = await school.as('mika').ask(contract.ListLetters)
  expect(outside.text).not.toContain('long time')
  expect(outside.body.find((one) => one.id === id)).toEqual({
    id,
    sealedAt: expect.stringContaining('2026-11-24T18:00:00'),
    opensOn: '2027-06-20',
    isOpen: false,
    openedAt: null,
  })
})

test('it opens on the day its learner chose, where they live, and then to them alone', async () => {
  const { id } = await seal('mika', { opensOn: '2026-11-30' })
  // late in the evening of 29 November in British Columbia: already the 30th in Greenwich
  school.later(0)
  school.clock.now = new Date('2026-11-30T06:30:00Z')
  expect((await read('mika', id)).code).toBe('still_sealed')
  school.clock.now = new Date('2026-11-30T08:30:00Z')
  expect((await list('mika')).find((one) => one.id === id)).toMatchObject({ isOpen: true, openedAt: null })
  expect((await read('mika', id)).body).toMatchObject({ body: secret, isOpen: true })
  expect((await list('mika')).find((one) => one.id === id)?.openedAt).toContain('2026-11-30T08:30')
  for (const key of ['rivera', 'amara', 'noor', 'chen']) expect((await read(key, id)).code).toBe('not_found')
  onDay(0)
})

test('a voice in it is sealed with it, for the child who recorded it too', async () => {
  const voice = await placeMedia(school, 'noor', 'audio')
  expect(await fetchMedia(school, 'noor', voice)).toBe(200)
  const { id } = await seal('noor', { body: '', parts: [{ mediaId: voice }], opensOn: '2026-12-01' })
  expect(await fetchMedia(school, 'noor', voice)).toBe(404)
  onDay(8)
  expect((await read('noor', id)).body.media[0]?.id).toBe(voice)
  expect(await fetchMedia(school, 'noor', voice)).toBe(200)
  for (const key of ['rivera', 'leila', 'mika']) expect(await fetchMedia(school, key, voice)).toBe(404)
  onDay(0)
})

test('there is no way past the day: other words under its id, another day, another’s id', async () => {
  const { id } = await seal('mika')
  expect((await seal('mika', {}, id)).answer.status).toBe(200)
  expect((await seal('mika', { opensOn: '2026-11-25' }, id)).answer.code).toBe('id_taken')
  expect((await seal('mika', { body: 'Other words' }, id)).answer.code).toBe('id_taken')
  expect((await seal('noor', {}, id)).answer.code).toBe('not_found')
  expect((await read('mika', id)).code).toBe('still_sealed')
  expect(await list('mika')).toHaveLength(new Set((await list('mika')).map((one) => one.id)).size)
})

test('a letter needs words or a voice of one’s own, and a later day; an adult has nobody to write to here', async () => {
  const theirs = await placeMedia(school, 'noor', 'audio')
  const answers = {
    today: (await seal('mika', { opensOn: '2026-11-24' })).answer.code,
    past: (await seal('mika', { opensOn: '2025-01-01' })).answer.code,
    farAway: (await seal('mika', { opensOn: '2090-01-01' })).answer.code,
    empty: (await seal('mika', { body: '  ' })).answer.code,
    another: (await seal('mika', { parts: [{ mediaId: theirs }] })).answer.code,
    teacher: (await seal('rivera')).answer.code,
    guardian: (await seal('amara')).answer.code,
  }
  expect(answers).toEqual({
    today: 'invalid',
    past: 'invalid',
    farAway: 'invalid',
    empty: 'invalid',
    another: 'not_found',
    teacher: 'not_found',
    guardian: 'not_found',
  })
})

test('it can be deleted unread, taken back still sealed, and is then gone for good after 30 days', async () => {
  const { id } = await seal('jonas')
  const ask = (key: string, what: typeof contract.DeleteLetter | typeof contract.RestoreLetter) =>
    school.as(key).ask(what, { params: { id } })
  for (const key of ['halvorsen', 'mika', 'chen']) {
    expect((await ask(key, contract.DeleteLetter)).code).toBe('not_found')
    expect((await ask(key, contract.RestoreLetter)).code).toBe('not_found')
  }
  await ask('jonas', contract.DeleteLetter)
  await ask('jonas', contract.DeleteLetter)
  expect(await list('jonas')).toEqual([])
  expect((await read('jonas', id)).code).toBe('not_found')
  const deleted = await school.as('jonas').ask(contract.ListDeletedLetters)
  expect(deleted.text).not.toContain('long time')
  expect(deleted.body[0]).toMatchObject({ erasedOn: '2026-12-24', letter: { id, isOpen: false } })
  await ask('jonas', contract.RestoreLetter)
  expect((await read('jonas', id)).code).toBe('still_sealed')
  school.clock.now = new Date(start.getTime() + 1000)
  await ask('jonas', contract.DeleteLetter)
  onDay(31)
  await nightPasses(school)
  expect((await ask('jonas', contract.RestoreLetter)).code).toBe('not_found')
  onDay(0)
})

test('it waits through graduation: every class of theirs has ended, and it opens all the same', async () => {
  const { id } = await seal('jonas', { opensOn: '2030-06-28' })
  const { districtId, id: jonas } = castMember('jonas')
  await asTheSystem(school.program.ground, { reason: 'graduation', districtId }, ({ db }) =>
    sql`update enrollment set closed_on = '2027-06-28' where person_id = ${jonas}`.execute(db),
  )
  school.later(0)
  school.clock.now = new Date('2030-06-29T18:00:00Z')
  expect((await read('jonas', id)).body.body).toBe(secret)
  onDay(0)
})

test('what is sealed is found nowhere else: its words answer no other question of anybody', async () => {
  await seal('mika', { body: 'Quillwort is a plant nobody else here writes about.' })
  const answers = await Promise.all(
    ['/api/deleted-letters', '/api/reflections', '/api/letters'].map(async (path) =>
      school.program.app.inject({ url: path, headers: { cookie: await school.as('mika').cookie() } }),
    ),
  )
  expect(answers.map((one) => one.body.includes('Quillwort'))).toEqual([false, false, false])
  // and a reflection is no window into it
  const stolen = await school.as('noor').ask(AddReflection, {
    params: { id: newId() },
    body: { body: 'x', answersId: (await seal('mika')).id },
  })
  expect(stolen.code).toBe('not_found')
})
