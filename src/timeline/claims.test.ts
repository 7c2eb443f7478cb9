import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptPack, claim as claimAs, tag } from '../../test/support/claiming.ts'
import { addIteration, addPiece, placeMedia } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { SetGoal } from '../goals/contract.ts'
import { DeleteLetter, ReadLetter, SealLetter } from '../letters/contract.ts'
import { WriteTranscript } from '../media/contract.ts'
import { DeleteClaim, RemoveTag, RestoreClaim, ReviseClaim, ShareClaim } from '../self-assessment/contract.ts'
import * as contract from './contract.ts'

let school: School
let at: (name: string) => string
beforeAll(async () => {
  school = await openSchool()
  at = (await adoptPack(school)).competency
})
afterAll(() => school.close())

const claim = async (key: string, body: object) => {
  const { id, answer } = await claimAs(school, key, { competencyId: at('Collaborating'), ...body })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}
const timeline = (key: string, query: object, learner = 'mika') =>
  school.as(key).ask(contract.GetTimeline, { params: { id: idOf(learner) }, query })
const find = async (key: string, query: object, learner = 'mika') =>
  (await timeline(key, query, learner)).body.entries?.map(({ id }) => id).toSorted() ?? 'not there'
const inClass = async (key: string, query: object) =>
  (
    await school.as(key).ask(contract.FindInClass, { params: { id: classOf('division-3') }, query })
  ).body.entries
    ?.map(({ id }) => id)
    .toSorted() ?? 'not there'

const outside = ['noor', 'okafor', 'leila', 'chen', 'singh', 'ravi']

test('a claim stands among all years, with what it says something about, and is found by any of its words', async () => {
  const voice = await placeMedia(school, 'anh', 'audio')
  const id = await claim('anh', {
    words: 'I can wait for my turn',
    reflection: 'It was hard in October',
    parts: [{ mediaId: voice, alt: 'me, whispering' }],
    evidence: [{ place: 'sport', words: 'Goalkeeping' }],
  })
  await school.as('anh').ask(WriteTranscript, {
    params: { id: voice, revision: '1' },
    body: { locale: 'en', words: 'and I hummed' },
  })
  const [entry] = (await timeline('anh', { kind: 'claim' }, 'anh')).body.entries
  expect(entry).toMatchObject({
    id,
    kind: 'claim',
    scribe: null,
    piece: null,
    goal: null,
    competency: { id: at('Collaborating'), statement: 'Collaborating' },
  })
  expect(entry?.mediums.toSorted()).toEqual(['audio', 'text'])
  for (const words of ['turn', 'October', 'whispering', 'Goalkeeping', 'hummed']) {
    expect(await find('anh', { words }, 'anh'), words).toEqual([id])
  }
  await school
    .as('anh')
    .ask(ReviseClaim, { params: { id, revision: '2' }, body: { words: 'I listen first' } })
  expect(await find('anh', { words: 'turn' }, 'anh')).toEqual([])
  expect(await find('anh', { words: 'listen' }, 'anh')).toEqual([id])
})

test('a claim is found by just those who may read it, and after it is withdrawn or deleted no more', async () => {
  const words = 'Saskatoon'
  const own = await claim('mika', { words })
  const told = await claim('mika', { words, audiences: ['teachers'] })
  const home = await claim('mika', { words, audiences: ['family'] })
  for (const query of [{ words }, { kind: 'claim' }, { competency: at('Collaborating') }]) {
    expect(await find('mika', query)).toEqual([own, told, home].toSorted())
    expect(await find('rivera', query)).toEqual([told])
    expect(await find('amara', query)).toEqual([home])
    expect(await inClass('rivera', { ...query, person: idOf('mika') })).toEqual([told])
    for (const key of outside) expect(await find(key, query), key).toBe('not there')
    for (const key of ['mika', 'okafor', 'amara', 'chen']) expect(await inClass(key, query)).toBe('not there')
  }
  await school.as('mika').ask(ShareClaim, { params: { id: told }, body: { audiences: [] } })
  expect([await find('rivera', { words }), await inClass('rivera', { words })]).toEqual([[], []])
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  await school.as('mika').ask(ShareClaim, { params: { id: told }, body: { audiences: ['teachers'] } })
  expect(await find('rivera', { words })).toEqual([told])
  await school.as('mika').ask(DeleteClaim, { params: { id: told } })
  expect(await find('rivera', { words })).toEqual([])
  expect(await find('mika', { words })).toEqual([own, home].toSorted())
  await school.as('mika').ask(RestoreClaim, { params: { id: told } })
  expect(await find('rivera', { words })).toEqual([told])
})

test('who wrote a claim down for a young child is named, and found as somebody who had a hand in it', async () => {
  const scribe = 'okafor'
  const id = newId()
  const { answer } = await claimAs(
    school,
    scribe,
    {
      learnerId: idOf('theo'),
      competencyId: at('Collaborating'),
      words: 'I share the blocks',
      audiences: ['teachers'],
    },
    id,
  )
  expect(answer.status).toBe(200)
  const [entry] = (await timeline('theo', { person: idOf(scribe), kind: 'claim' }, 'theo')).body.entries
  expect([entry?.id, entry?.scribe?.id]).toEqual([id, idOf(scribe)])
})

test('a competency finds goals, claims and the attempts at tagged work; a tag only for those who may know of it', async () => {
  const competency = at('Creative Thinking')
  const names = async (key: string) =>
    (await timeline(key, {}, 'noor')).body.choices.competencies.map(({ id }) => id)
  expect(await names('noor')).not.toContain(competency)
  const shared = await addPiece(school, 'noor', ['teachers'])
  const second = await addIteration(school, 'noor', shared.id)
  const own = await addPiece(school, 'noor')
  const untagged = await addPiece(school, 'noor', ['teachers'])
  const mark = await tag(school, 'noor', { pieceId: shared.id, competencyId: competency })
  await tag(school, 'noor', { pieceId: own.id, competencyId: competency })
  expect(await names('leila')).not.toContain(competency)
  const said = await claim('noor', { words: 'I invent', competencyId: competency })
  const goal = newId()
  await school.as('noor').ask(SetGoal, {
    params: { id: goal },
    body: { form: 'step', words: { step: 'Invent' }, competencyId: competency },
  })
  const query = { competency }
  const attempts = [shared.iterationId, second.id]
  expect(await find('noor', query, 'noor')).toEqual([...attempts, own.iterationId, said, goal].toSorted())
  expect(await find('rivera', query, 'noor')).toEqual(attempts.toSorted())
  expect(await inClass('rivera', query)).toEqual(attempts.toSorted())
  expect(await find('leila', query, 'noor')).toEqual([])
  expect(await find('mika', query, 'noor')).toBe('not there')
  expect([await names('noor'), await names('rivera')]).toEqual([
    expect.arrayContaining([competency]),
    expect.arrayContaining([competency]),
  ])
  expect(await find('noor', {}, 'noor')).toContain(untagged.iterationId)
  await school.as('noor').ask(RemoveTag, { params: { id: mark.id } })
  expect([await find('rivera', query, 'noor'), await inClass('rivera', query)]).toEqual([[], []])
  expect(await names('rivera')).not.toContain(competency)
})

test('a letter stands in its learner’s years when they have opened it, and in nobody else’s sight', async () => {
  const id = newId()
  const words = 'Kinnikinnick'
  await school.as('mika').ask(SealLetter, { params: { id }, body: { opensOn: '2026-11-30', body: words } })
  expect((await school.as('mika').ask(ReadLetter, { params: { id } })).code).toBe('still_sealed')
  expect([await find('mika', { words }), await find('mika', { kind: 'letter' })]).toEqual([[], []])
  school.later(7)
  expect(await find('mika', { words })).toEqual([])
  await school.as('mika').ask(ReadLetter, { params: { id } })
  const [entry] = (await timeline('mika', { words })).body.entries
  expect(entry).toMatchObject({ id, kind: 'letter', words, sealedAt: expect.stringContaining('2026-11-24') })
  expect(entry?.madeAt).toContain('2026-12-01')
  for (const key of ['rivera', 'amara', 'tomas']) {
    expect(await find(key, { words }), key).toEqual([])
    expect(await find(key, { kind: 'letter' }), key).toEqual([])
  }
  expect(await inClass('rivera', { words })).toEqual([])
  for (const key of outside) expect(await find(key, { words }), key).toBe('not there')
  await school.as('mika').ask(DeleteLetter, { params: { id } })
  expect(await find('mika', { words })).toEqual([])
  school.later(-7)
})
