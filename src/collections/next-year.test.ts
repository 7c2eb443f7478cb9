import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choosing, collect, collectionOf, enrollNextYear } from '../../test/support/collecting.ts'
import { addPiece, addPieceOf, fetchMedia, placeMedia } from '../../test/support/making.ts'
import { nightPasses } from '../../test/support/night.ts'
import { castMember, cast } from '../../test/support/cast.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { GetPiece, GetPortfolio } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const open = (key: string, id: string) => school.as(key).ask(contract.GetCollection, { params: { id } })

test('next year’s teacher sees, from the day the child said, exactly the three pieces the child chose', async () => {
  await enrollNextYear(school, 'mika', 'okafor', { opensOn: '2027-01-11', closesOn: '2027-06-30' })
  const mediaId = await placeMedia(school, 'mika', 'picture')
  const pieces = [
    await addPiece(school, 'mika', ['teachers']),
    await addPiece(school, 'mika'),
    await addPieceOf(school, 'mika', [{ kind: 'media', mediaId }], []),
  ]
  const other = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  const body = choosing(...pieces.map(({ id }) => ({ pieceId: id, why: 'So that you know me.' })))
  const id = await collect(school, 'mika', body, [{ audience: 'next', opensOn: '2026-12-01' }])
  expect((await open('okafor', id)).code).toBe('not_found')
  school.later(7)
  const seen = await open('okafor', id)
  const choices = seen.body.content.sections.flatMap((section) => section.choices)
  expect(choices.map(({ piece }) => piece?.id)).toEqual(pieces.map((piece) => piece.id))
  expect((await school.as('okafor').ask(contract.ListShownToMe)).body.map((one) => one.id)).toContain(id)
  expect(await fetchMedia(school, 'okafor', mediaId)).toBe(200)
  for (const { id: pieceId } of [...pieces, other]) {
    expect((await school.as('okafor').ask(GetPiece, { params: { id: pieceId } })).code).toBe('not_found')
  }
  const portfolio = await school.as('okafor').ask(GetPortfolio, { params: { id: idOf('mika') } })
  expect(portfolio.code).toBe('not_found')
  for (const key of ['rivera', 'dubois', 'halvorsen', 'amara', 'noor', 'chen', 'singh', 'ravi', 'marsh']) {
    expect([key, (await open(key, id)).code]).toEqual([key, 'not_found'])
  }
  const who = await school.as('mika').ask(contract.WhoSeesCollection, { params: { id } })
  expect(who.body.people.filter((one) => one.sees).map((one) => one.tie)).toEqual(['learner', 'next'])
  // and it stays so once that class has begun
  school.later(60)
  expect((await open('okafor', id)).status).toBe(200)
})

test('a teacher whose place in next year’s class was closed sees nothing any more', async () => {
  const classId = await enrollNextYear(school, 'noor', 'halvorsen', {
    opensOn: '2027-02-15',
    closesOn: '2027-06-30',
  })
  const audience = [{ audience: 'next' as const, opensOn: '2026-12-01' }]
  const id = await collect(school, 'noor', collectionOf(), audience)
  expect((await open('halvorsen', id)).status).toBe(200)
  const { districtId } = castMember('noor')
  await asTheSystem(school.program.ground, { reason: 'a test', districtId }, ({ db }) =>
    sql`update enrollment set closed_on = opened_on where class_id = ${classId} and role = 'teacher'`.execute(
      db,
    ),
  )
  expect((await open('halvorsen', id)).code).toBe('not_found')
})

test('a day is asked for with next year’s teachers only, and a class only where the learner belongs', async () => {
  const id = await collect(school, 'kai', collectionOf())
  const share = (audience: object) =>
    school.as('kai').ask(contract.ShareCollection, { params: { id }, body: { audiences: [audience] } })
  expect((await share({ audience: 'next' })).code).toBe('invalid')
  expect((await share({ audience: 'family', opensOn: '2026-12-01' })).code).toBe('invalid')
  expect((await share({ audience: 'class' })).code).toBe('invalid')
  expect((await share({ audience: 'class', spaceId: newId() })).code).toBe('not_found')
})

const template = {
  title: 'Ready to show',
  sections: [
    { title: 'Something I am proud of', belongs: 'One piece you would show to anybody.' },
    { title: 'Something that was hard', belongs: '' },
  ],
}
const offer = (key: string, place: object, id = newId()) =>
  school
    .as(key)
    .ask(contract.WriteTemplate, { params: { id }, body: { ...template, ...place } })
    .then((answer) => ({ id, answer }))

test('a template is offered by those who answer for its place, and found where it counts', async () => {
  const classId = classOf('division-3')
  for (const key of ['mika', 'amara', 'okafor', 'ravi', 'chen']) {
    expect([key, (await offer(key, { classId })).answer.code]).toEqual([key, 'not_found'])
  }
  for (const key of ['rivera', 'mika', 'chen']) {
    expect([key, (await offer(key, {})).answer.code]).toEqual([key, 'not_found'])
  }
  const { id, answer } = await offer('rivera', { classId })
  expect([answer.status, (await offer('rivera', { classId }, id)).answer.status]).toEqual([200, 200])
  const schoolId = cast.duties.find((duty) => duty.personId === idOf('chen'))?.schoolId
  expect((await offer('chen', { schoolId })).answer.status).toBe(200)
  const seen = async (key: string) =>
    (await school.as(key).ask(contract.ListTemplates)).body.map((one) => [one.place, one.may.change])
  expect(await seen('mika')).toEqual([
    ['class', false],
    ['school', false],
  ])
  expect(await seen('ravi')).toEqual([])
  const close = (key: string) => school.as(key).ask(contract.CloseTemplate, { params: { id } })
  expect([(await close('mika')).code, (await close('dubois')).status]).toEqual(['not_allowed', 200])
  expect((await seen('mika')).map(([place]) => place)).toEqual(['school'])
})

test('the places where one may offer a template are told, and nobody else’s', async () => {
  const places = async (key: string) =>
    (await school.as(key).ask(contract.ListTemplatePlaces)).body.map(({ kind }) => kind)
  expect(new Set(await places('rivera'))).toEqual(new Set(['class']))
  expect(new Set(await places('chen'))).toEqual(new Set(['school']))
  expect(await places('singh')).toContain('district')
  for (const key of ['mika', 'amara']) expect([key, await places(key)]).toEqual([key, []])
})

test('it holds the youngest, guides those in the middle, and frees the older; sections of one’s own are never forbidden', async () => {
  const begin = async (key: string, sections: object[], templateId: string) =>
    (
      await school.as(key).ask(contract.AddCollection, {
        params: { id: newId() },
        body: { ...collectionOf({ sections }), templateId },
      })
    ).code
  const [first, second] = template.sections.map(({ title }, from) => ({ title, from }))
  const own = { title: 'My dog' }
  const young = (await offer('okafor', { classId: classOf('kindergarten') })).id
  expect(await begin('theo', [first, second, own] as object[], young)).toBeUndefined()
  expect(await begin('theo', [second, first] as object[], young)).toBe('invalid')
  expect(await begin('theo', [{ ...first, title: 'Mine' }, second] as object[], young)).toBe('invalid')
  const middle = (await offer('rivera', { classId: classOf('division-3') })).id
  expect(await begin('mika', [own, { ...second, title: 'Hard' }, first] as object[], middle)).toBeUndefined()
  expect(await begin('mika', [first, own] as object[], middle)).toBe('invalid')
  const older = (await offer('halvorsen', { classId: classOf('morning') })).id
  expect(await begin('jonas', [own], older)).toBeUndefined()
  expect(await begin('jonas', [own], middle)).toBe('not_found')
})

test('a copy of the year is kept once, and nothing that happens later changes it', async () => {
  const mediaId = await placeMedia(school, 'mika', 'picture')
  const piece = await addPieceOf(school, 'mika', [{ kind: 'media', mediaId }], [])
  const id = await collect(school, 'mika', choosing({ pieceId: piece.id, why: 'It was this year.' }))
  const freeze = () => school.as('mika').ask(contract.FreezeCollection, { params: { id } })
  expect([(await freeze()).status, (await freeze()).status]).toEqual([200, 200])
  const copies = async (key: string) =>
    (await school.as(key).ask(contract.ListCollections, { params: { id: idOf('mika') } })).body.copies
  expect((await copies('mika')).map((one) => [one.title, one.year])).toEqual([['What I am proud of', 2026]])
  const copyId = (await copies('mika'))[0]?.id ?? ''
  const { districtId } = castMember('mika')
  const alter = asTheSystem(school.program.ground, { reason: 'a test', districtId }, ({ db }) =>
    sql`update collection_copy set content = '{}' where id = ${copyId}`.execute(db),
  )
  await expect(alter).rejects.toThrow('never altered')
  await school.as('mika').ask(contract.DeleteCollection, { params: { id } })
  school.later(31)
  await nightPasses(school)
  expect((await copies('mika')).map((one) => one.id)).toEqual([copyId])
  expect(await fetchMedia(school, 'mika', mediaId)).toBe(200)
  expect(await fetchMedia(school, 'amara', mediaId)).toBe(404)
  const remove = (key: string) => school.as(key).ask(contract.DeleteYearCopy, { params: { id: copyId } })
  expect([(await remove('amara')).code, (await remove('mika')).status]).toEqual(['not_found', 200])
  await school.as('mika').ask(contract.RestoreYearCopy, { params: { id: copyId } })
  expect((await copies('mika')).map((one) => one.erasedOn)).toEqual([null])
  await remove('mika')
  school.later(31)
  await nightPasses(school)
  expect(await copies('mika')).toEqual([])
})

test('when a class has closed, the night keeps a copy by itself', async () => {
  const piece = await addPiece(school, 'jonas')
  const id = await collect(school, 'jonas', choosing({ pieceId: piece.id }))
  const closes = cast.classes.find((one) => one.key === 'morning')?.closesOn ?? ''
  school.later(Math.ceil((Date.parse(closes) - school.clock.now.getTime()) / 86_400_000) + 2)
  await nightPasses(school)
  const list = await school.as('jonas').ask(contract.ListCollections, { params: { id: idOf('jonas') } })
  expect(list.body.copies.map((one) => one.title)).toEqual(['What I am proud of'])
  expect(list.body.collections.map((one) => one.id)).toContain(id)
})
