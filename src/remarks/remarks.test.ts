import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGroup, say, seat, showIn } from '../../test/support/gathering.ts'
import { nightFalls } from '../../test/support/night.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { spaceOf } from '../demo/fill-people.ts'
import * as spaces from '../spaces/contract.ts'
import * as work from '../work/contract.ts'
import * as remarks from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

async function shown(more: object[] = []) {
  const { id: spaceId, seats } = await openGroup(school)
  const piece = await showIn(school, spaceId, 'mika', more)
  return { spaceId, seats, pieceId: piece.id, shareId: piece.shareId }
}
type Place = Awaited<ReturnType<typeof shown>>

const speak = async (
  key: string,
  { pieceId, spaceId }: Place,
  what: object = { body: 'The neck is so long!' },
) => {
  const id = newId()
  const answer = await school
    .as(key)
    .ask(remarks.LeaveRemark, { params: { id }, body: { pieceId, spaceId, ...what } })
  return { id, code: answer.code ?? 'done' }
}
const read = async (key: string, { pieceId }: Place) => {
  const answer = await school.as(key).ask(remarks.ListRemarks, { params: { id: pieceId } })
  return answer.code ?? answer.body.flatMap((one) => one.remarks.map(({ id }) => id))
}
const readers = ['mika', 'noor', 'rivera', 'okafor', 'kai', 'dubois', 'amara', 'leila', 'chen', 'ravi']
const readBy = async (place: Place, id: string) => {
  const found = await Promise.all(readers.map((key) => read(key, place)))
  return readers.filter((_, at) => found[at]?.includes(id))
}

test('nothing is said until a teacher of the space allows it; then by those in it, on what is shown there', async () => {
  const place = await shown()
  expect((await speak('noor', place)).code).toBe('remarks_not_allowed')
  expect((await say(school, place.spaceId, 'remarks', 'yes', 'noor')).code).toBe('not_allowed')
  await say(school, place.spaceId, 'remarks', 'yes')
  const noors = await speak('noor', place)
  expect(await readBy(place, noors.id)).toEqual(['mika', 'noor', 'rivera', 'okafor'])
  for (const key of ['mika', 'okafor', 'rivera']) expect((await speak(key, place)).code).toBe('done')
  for (const key of ['kai', 'dubois', 'amara', 'leila', 'chen', 'singh', 'ravi', 'theo'])
    expect([key, (await speak(key, place)).code]).toEqual([key, 'not_found'])
  const elsewhere = { ...place, spaceId: spaceOf(classOf('division-3')) }
  expect((await speak('noor', elsewhere)).code).toBe('not_found')
  await school.as('mika').ask(work.WithdrawShare, { params: { id: place.shareId } })
  expect((await speak('noor', place)).code).toBe('not_found')
  expect(await readBy(place, noors.id)).toEqual(['mika'])
  const { pieceId, spaceId } = place
  const again = { params: { id: noors.id }, body: { pieceId, spaceId, body: 'The neck is so long!' } }
  expect((await school.as('noor').ask(remarks.LeaveRemark, again)).status).toBe(200)
  for (const [key, code] of [['kai', 'not_found'] as const, ['mika', 'not_found'] as const])
    expect((await school.as(key).ask(remarks.LeaveRemark, again)).code).toBe(code)
})

test('shown in two spaces, what is said in one is not read in the other', async () => {
  const place = await shown()
  const division = spaceOf(classOf('division-3'))
  const share = { pieceId: place.pieceId, audience: 'class' as const, spaceId: division }
  await school.as('mika').ask(work.SharePiece, { params: { id: newId() }, body: share })
  await say(school, place.spaceId, 'remarks', 'yes')
  const inGroup = await speak('noor', place)
  expect((await speak('kai', { ...place, spaceId: division })).code).toBe('remarks_not_allowed')
  await say(school, division, 'remarks', 'yes')
  const inClass = await speak('kai', { ...place, spaceId: division })
  expect(await readBy(place, inGroup.id)).toEqual(['mika', 'noor', 'rivera', 'okafor'])
  expect(await readBy(place, inClass.id)).toEqual(['mika', 'noor', 'rivera', 'kai', 'dubois'])
  await say(school, division, 'remarks', 'no')
})

test('a sign stands once, is never counted, and is taken back by whoever gave it, by nobody else', async () => {
  const place = await shown()
  await say(school, place.spaceId, 'remarks', 'yes')
  const first = await speak('noor', place, { sign: 'smile' })
  await speak('noor', place, { sign: 'smile' })
  expect(await read('mika', place)).toEqual([first.id])
  expect((await speak('noor', place, { sign: 'ugly' })).code).toBe('invalid')
  expect((await speak('noor', place, { sign: 'smile', body: 'and' })).code).toBe('invalid')
  const back = (key: string) => school.as(key).ask(remarks.TakeRemarkBack, { params: { id: first.id } })
  expect([(await back('mika')).code, (await back('kai')).code]).toEqual(['not_allowed', 'not_found'])
  expect([(await back('noor')).status, (await back('noor')).status]).toEqual([200, 200])
  expect(await readBy(place, first.id)).toEqual([])
  expect((await speak('noor', place, { sign: 'smile' })).code).toBe('done')
})

test('reported, it waits for the teachers of the space; hidden, its author and they alone read it', async () => {
  const place = await shown()
  await say(school, place.spaceId, 'remarks', 'yes')
  const { id } = await speak('noor', place, { body: 'It looks like a goose.' })
  const report = (key: string) =>
    school
      .as(key)
      .ask(remarks.ReportRemark, { params: { id: newId() }, body: { remarkId: id, why: 'hurts' } })
  expect([(await report('noor')).code, (await report('kai')).code]).toEqual(['not_allowed', 'not_found'])
  await report('mika')
  const waiting = async (key: string) =>
    (await school.as(key).ask(remarks.ListRemarkReports)).body.filter(
      (one) => one.work.pieceId === place.pieceId,
    )
  expect(await waiting('okafor')).toMatchObject([
    { remark: { id, reports: [{ why: 'hurts' }] }, space: { id: place.spaceId } },
  ])
  expect([await waiting('dubois'), await waiting('mika'), await waiting('chen')]).toEqual([[], [], []])
  const all = { params: { id: place.pieceId } }
  expect((await school.as('noor').ask(remarks.ListRemarks, all)).text).not.toContain('hurts')
  const hide = (key: string, hidden: boolean) =>
    school.as(key).ask(remarks.HideRemark, { params: { id: newId() }, body: { remarkId: id, hidden } })
  expect([(await hide('mika', true)).code, (await hide('dubois', true)).code]).toEqual([
    'not_allowed',
    'not_found',
  ])
  await hide('okafor', true)
  expect(await readBy(place, id)).toEqual(['noor', 'rivera', 'okafor'])
  expect(await waiting('okafor')).toEqual([])
  // taking it back after it was reported takes it from everybody but those who were asked
  await school.as('noor').ask(remarks.TakeRemarkBack, { params: { id } })
  expect(await readBy(place, id)).toEqual(['rivera', 'okafor'])
  await hide('rivera', false)
  expect(await readBy(place, id)).toEqual(['rivera', 'okafor'])
  await nightFalls(school, 29)
  expect(await readBy(place, id)).toEqual(['rivera', 'okafor'])
  await nightFalls(school, 31)
  expect(await readBy(place, id)).toEqual([])
})

test('what a teacher said is looked at by another teacher: its author is told neither of the asking nor who asked', async () => {
  const place = await shown()
  await say(school, place.spaceId, 'remarks', 'yes')
  const { id } = await speak('okafor', place, { body: 'Like a goose?' })
  const report = (key: string, remarkId: string) =>
    school.as(key).ask(remarks.ReportRemark, { params: { id: newId() }, body: { remarkId, why: 'hurts' } })
  expect((await report('mika', id)).status).toBe(200)
  const told = async (key: string) => {
    const listed = await school.as(key).ask(remarks.ListRemarks, { params: { id: place.pieceId } })
    const waiting = (await school.as(key).ask(remarks.ListRemarkReports)).text.includes(place.pieceId)
    return [listed.text.includes('hurts'), waiting]
  }
  expect([await told('okafor'), await told('rivera')]).toEqual([
    [false, false],
    [true, true],
  ])
  const hide = (key: string) =>
    school.as(key).ask(remarks.HideRemark, { params: { id: newId() }, body: { remarkId: id, hidden: true } })
  expect((await hide('okafor')).code).toBe('not_allowed')
  await school.as('okafor').ask(remarks.TakeRemarkBack, { params: { id } })
  expect(await readBy(place, id)).toEqual(['rivera'])
  expect((await hide('rivera')).status).toBe(200)
  // where nobody else would look, nobody is promised that somebody does
  const alone = await openGroup(school, [seat('mika'), seat('noor')])
  await say(school, alone.id, 'remarks', 'yes')
  const piece = await showIn(school, alone.id)
  const hers = await speak('rivera', { ...place, spaceId: alone.id, pieceId: piece.id })
  expect((await report('mika', hers.id)).code).toBe('not_allowed')
})

test('a guardian answers their own child alone, where the space is active for families and the work is shown to them', async () => {
  const hers = { id: newId(), audience: 'family' }
  const place = await shown([hers])
  await say(school, place.spaceId, 'remarks', 'yes')
  expect((await speak('amara', place)).code).toBe('not_found')
  await say(school, place.spaceId, 'families', 'active')
  const { id, code } = await speak('amara', place)
  expect([code, await readBy(place, id)]).toEqual(['done', ['mika', 'rivera', 'okafor', 'amara']])
  const noors = await speak('noor', place)
  expect(await read('amara', place)).toEqual([id])
  expect(await readBy(place, noors.id)).not.toContain('amara')
  expect((await speak('leila', place)).code).toBe('not_found')
  await school.as('mika').ask(work.WithdrawShare, { params: { id: hers.id } })
  expect([(await speak('amara', place)).code, await read('amara', place)]).toEqual(['not_found', 'not_found'])
})

test('hidden, visible, archived or switched off: nothing is added, peers read no longer, and the learner keeps it', async () => {
  const place = await shown()
  const { spaceId } = place
  await say(school, spaceId, 'remarks', 'yes')
  const { id } = await speak('noor', place)
  await say(school, spaceId, 'learners', 'visible')
  expect((await speak('noor', place)).code).toBe('remarks_not_allowed')
  expect(await readBy(place, id)).toEqual(['mika', 'noor', 'rivera', 'okafor'])
  await say(school, spaceId, 'learners', 'hidden')
  expect([(await speak('noor', place)).code, await readBy(place, id)]).toEqual([
    'not_found',
    ['mika', 'rivera', 'okafor'],
  ])
  await say(school, spaceId, 'learners', 'active')
  await say(school, spaceId, 'remarks', 'no')
  expect((await speak('noor', place)).code).toBe('remarks_not_allowed')
  const riveras = (await school.as('rivera').ask(remarks.ListRemarks, { params: { id: place.pieceId } })).body
  expect(riveras[0]?.may.say).toBe(false)
  await school.as('rivera').ask(spaces.ArchiveSpace, { params: { id: newId() }, body: { spaceId } })
  expect(await readBy(place, id)).toEqual(['mika'])
  expect(
    (await school.as('mika').ask(remarks.ListRemarks, { params: { id: place.pieceId } })).body[0],
  ).toMatchObject({
    space: { name: 'Newspaper' },
    remarks: [{ by: { id: idOf('noor') }, as: 'peer' }],
  })
})
