import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audienceOf, choosing, collect, collectionOf } from '../../test/support/collecting.ts'
import {
  addIteration,
  addPiece,
  addPieceOf,
  fetchMedia,
  giveFeedback,
  placeMedia,
} from '../../test/support/making.ts'
import { adoptPack, tag } from '../../test/support/claiming.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { AddReflection } from '../reflections/contract.ts'
import { RemoveTag } from '../self-assessment/contract.ts'
import { DeleteWork, GetPiece, WithdrawShare } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const open = async (key: string, id: string) => school.as(key).ask(contract.GetCollection, { params: { id } })
const choicesOf = async (key: string, id: string) =>
  (await open(key, id)).body.content.sections.flatMap(({ choices }) => choices)
const revise = (key: string, id: string, revision: number, body: object) =>
  school.as(key).ask(contract.ReviseCollection, { params: { id, revision: String(revision) }, body })
const strangers = ['noor', 'okafor', 'leila', 'chen', 'ravi', 'jonas', 'theo']

test('a collection is its learner’s alone until it is shared, and then its audience’s and nobody else’s', async () => {
  const piece = await addPiece(school, 'mika')
  const id = await collect(school, 'mika', choosing({ pieceId: piece.id, why: 'It grew.' }))
  const sees = async (key: string) => (await open(key, id)).status === 200
  for (const key of ['rivera', 'amara', ...strangers]) expect([key, await sees(key)]).toEqual([key, false])
  const share = (audiences: string[]) =>
    school
      .as('mika')
      .ask(contract.ShareCollection, { params: { id }, body: { audiences: audienceOf(...audiences) } })
  await share(['teachers', 'family'])
  for (const key of ['mika', 'rivera', 'dubois', 'amara', 'tomas']) {
    expect([key, await sees(key)]).toEqual([key, true])
  }
  for (const key of strangers) expect([key, (await open(key, id)).code]).toEqual([key, 'not_found'])
  await share(['family'])
  expect([await sees('rivera'), await sees('amara')]).toEqual([false, true])
})

test('what is chosen is seen through it, and only through it', async () => {
  const mediaId = await placeMedia(school, 'mika', 'picture')
  const piece = await addPieceOf(school, 'mika', [{ kind: 'media', mediaId, alt: 'a wing' }], [])
  const id = await collect(school, 'mika', choosing({ pieceId: piece.id }), audienceOf('family'))
  const [choice] = await choicesOf('amara', id)
  expect(choice).toMatchObject({ piece: { id: piece.id }, iterations: [{ number: 1 }], rests: null })
  expect([await fetchMedia(school, 'amara', mediaId), await fetchMedia(school, 'rivera', mediaId)]).toEqual([
    200, 404,
  ])
  expect((await school.as('amara').ask(GetPiece, { params: { id: piece.id } })).code).toBe('not_found')
})

test('no adult and no classmate makes, changes, shares or deletes one, nor chooses another’s work', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  const body = choosing({ pieceId: piece.id })
  const id = await collect(school, 'mika', body, audienceOf('teachers', 'family'))
  for (const [key, code] of [
    ['rivera', 'not_allowed'],
    ['amara', 'not_allowed'],
    ['noor', 'not_found'],
    ['chen', 'not_found'],
  ] as const) {
    const as = school.as(key)
    const answers = [
      await revise(key, id, 2, body),
      await as.ask(contract.ShareCollection, { params: { id }, body: { audiences: [] } }),
      await as.ask(contract.DeleteCollection, { params: { id } }),
      await as.ask(contract.FreezeCollection, { params: { id } }),
    ]
    expect([key, ...answers.map((answer) => answer.code)]).toEqual([key, ...Array(4).fill(code)])
  }
  const add = (key: string) =>
    school
      .as(key)
      .ask(contract.AddCollection, { params: { id: newId() }, body: choosing({ pieceId: piece.id }) })
  expect([(await add('rivera')).code, (await add('noor')).code]).toEqual(['not_allowed', 'not_found'])
  const voice = await placeMedia(school, 'noor', 'audio')
  const stolen = { ...choosing({ pieceId: piece.id, whyMediaId: voice }) }
  expect((await revise('mika', id, 2, stolen)).code).toBe('not_found')
})

test('one attempt stays one attempt, two are two, and a piece shows its latest or all the way there', async () => {
  const piece = await addPiece(school, 'mika')
  const second = await addIteration(school, 'mika', piece.id)
  await addIteration(school, 'mika', piece.id)
  const id = await collect(
    school,
    'mika',
    choosing(
      { pieceId: piece.id },
      { pieceId: piece.id, growth: true },
      { pieceId: piece.id, iterationId: piece.iterationId },
      { pieceId: piece.id, iterationId: piece.iterationId, secondId: second.id },
    ),
  )
  const shown = (await choicesOf('mika', id)).map(({ iterations }) => iterations.map((one) => one.number))
  expect(shown).toEqual([[3], [1, 2, 3], [1], [1, 2]])
})

test('reflections and feedback come along only as their learner ticks them', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const feedback = await giveFeedback(school, 'rivera', piece.iterationId)
  const [told, kept] = [newId(), newId()]
  for (const [reflection, words] of [
    [told, 'I looked longer.'],
    [kept, 'I was cross.'],
  ] as const) {
    await school
      .as('mika')
      .ask(AddReflection, { params: { id: reflection }, body: { body: words, pieceId: piece.id } })
  }
  const offered = await school.as('mika').ask(contract.ListBeside, { params: { id: piece.id } })
  expect(new Set(offered.body.map((one) => one.id))).toEqual(new Set([feedback, told, kept]))
  const asked = await school.as('rivera').ask(contract.ListBeside, { params: { id: piece.id } })
  expect(asked.code).toBe('not_found')
  const body = choosing({ pieceId: piece.id, beside: [told, feedback] })
  const id = await collect(school, 'mika', body, audienceOf('family'))
  const [choice] = await choicesOf('amara', id)
  expect(choice?.beside.map((one) => one.words).toSorted()).toEqual([
    'I looked longer.',
    'Look closely at the wings.',
  ])
  expect((await open('amara', id)).text).not.toContain('cross')
})

test('what a piece needed comes along as its learner ticks it, until the tag is removed', async () => {
  const { competency } = await adoptPack(school)
  const piece = await addPiece(school, 'mika', [])
  const other = await addPiece(school, 'mika', [])
  const tagged = (name: string, { id } = piece) =>
    tag(school, 'mika', { pieceId: id, competencyId: competency(name) }).then((made) => made.id)
  const shown = await tagged('Collaborating')
  const kept = await tagged('Well-being')
  const elsewhere = await tagged('Valuing diversity', other)
  const offered = await school.as('mika').ask(contract.ListBeside, { params: { id: piece.id } })
  expect(offered.body.map(({ id, kind }) => [id, kind])).toEqual([
    [shown, 'tag'],
    [kept, 'tag'],
  ])
  const body = choosing({ pieceId: piece.id, beside: [shown, elsewhere] })
  const id = await collect(school, 'mika', body, audienceOf('family'))
  const beside = async () => (await choicesOf('amara', id)).flatMap((one) => one.beside)
  expect(await beside()).toMatchObject([
    {
      id: shown,
      kind: 'tag',
      words: 'Collaborating',
      translated: { fr: expect.stringContaining('ollabor') },
    },
  ])
  for (const name of ['Well-being', 'Valuing diversity'])
    expect((await open('amara', id)).text).not.toContain(name)
  await school.as('mika').ask(RemoveTag, { params: { id: shown } })
  expect(await beside()).toEqual([])
})

test('work deleted or taken back later leaves a place for its learner, and nothing for others', async () => {
  const [gone, back] = [await addPiece(school, 'mika'), await addPiece(school, 'mika', ['family'])]
  const body = choosing({ pieceId: gone.id, why: 'why it was' }, { pieceId: back.id })
  const id = await collect(school, 'mika', body, audienceOf('teachers'))
  expect(await choicesOf('rivera', id)).toHaveLength(2)
  await school.as('mika').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: gone.id } })
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  await school.as('mika').ask(WithdrawShare, { params: { id: back.shareIds[0] ?? '' } })
  expect(await choicesOf('rivera', id)).toEqual([])
  const mine = await choicesOf('mika', id)
  expect(mine.map(({ rests, iterations, why }) => [rests, iterations.length, why])).toEqual([
    ['deleted', 0, 'why it was'],
    ['withdrawn', 0, ''],
  ])
  const again = choosing({ pieceId: back.id })
  expect((await revise('mika', id, 2, again)).status).toBe(200)
  expect((await choicesOf('rivera', id)).map(({ piece }) => piece?.id)).toEqual([back.id])
})

test('sent twice it is kept once, an edit keeps what was before, and an edit of an older state is refused', async () => {
  const piece = await addPiece(school, 'mika')
  const id = newId()
  const body = choosing({ pieceId: piece.id })
  const add = (key: string, more: object = {}) =>
    school.as(key).ask(contract.AddCollection, { params: { id }, body: { ...body, ...more } })
  expect([(await add('mika')).status, (await add('mika')).status]).toEqual([200, 200])
  expect((await add('mika', { title: 'Other' })).code).toBe('id_taken')
  const empty = { ...collectionOf(), title: 'Mine' }
  expect((await school.as('noor').ask(contract.AddCollection, { params: { id }, body: empty })).code).toBe(
    'not_found',
  )
  const next = { ...body, title: 'Better' }
  expect([(await revise('mika', id, 2, next)).status, (await revise('mika', id, 2, next)).status]).toEqual([
    200, 200,
  ])
  expect((await revise('mika', id, 2, body)).code).toBe('changed_elsewhere')
  expect((await open('mika', id)).body).toMatchObject({ revision: 2, content: { title: 'Better' } })
})

test('who looked is told to the learner and the family; who sees it, to those who see it', async () => {
  const id = await collect(school, 'mika', collectionOf(), audienceOf('teachers', 'family'))
  await open('rivera', id)
  const who = async (key: string) =>
    (await school.as(key).ask(contract.WhoSeesCollection, { params: { id } })).body
  expect((await who('amara')).looks.map((look) => look.person.id)).toEqual([idOf('rivera')])
  expect((await who('rivera')).looks).toEqual([])
  const mine = await who('mika')
  const sees = (key: string) => mine.people.find((one) => one.id === idOf(key))?.sees
  expect([sees('dubois'), sees('noor')]).toEqual([true, false])
  expect((await who('rivera')).people.every((one) => one.sees)).toBe(true)
})

test('deleted it leaves every list, and only its learner takes that back', async () => {
  const id = await collect(school, 'mika', collectionOf(), audienceOf('teachers'))
  const act = (key: string, what: typeof contract.DeleteCollection | typeof contract.RestoreCollection) =>
    school.as(key).ask(what, { params: { id } })
  const listed = async (key: string) =>
    (
      await school.as(key).ask(contract.ListCollections, { params: { id: idOf('mika') } })
    ).body.collections.some((one) => one.id === id)
  const shown = async () =>
    (await school.as('rivera').ask(contract.ListShownToMe)).body.some((one) => one.id === id)
  expect([await listed('mika'), await listed('rivera'), await shown()]).toEqual([true, true, true])
  await act('mika', contract.DeleteCollection)
  expect([await listed('mika'), await shown(), (await open('rivera', id)).code]).toEqual([
    false,
    false,
    'not_found',
  ])
  const deleted = await school.as('mika').ask(contract.ListDeletedCollections)
  expect(deleted.body.map((one) => one.id)).toContain(id)
  expect((await act('rivera', contract.RestoreCollection)).code).toBe('not_found')
  await act('mika', contract.RestoreCollection)
  expect([await listed('mika'), await shown()]).toEqual([true, true])
})

test('why work was chosen is not heard any more when the work was deleted', async () => {
  const piece = await addPiece(school, 'mika')
  const voice = await placeMedia(school, 'mika', 'audio')
  const chosen = choosing({ pieceId: piece.id, whyMediaId: voice })
  await collect(school, 'mika', chosen, audienceOf('family'))
  expect(await fetchMedia(school, 'amara', voice)).toBe(200)
  await school.as('mika').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: piece.id } })
  expect([await fetchMedia(school, 'amara', voice), await fetchMedia(school, 'mika', voice)]).toEqual([
    404, 200,
  ])
})
