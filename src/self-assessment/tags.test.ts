import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  adoptPack,
  answerTo,
  claim,
  suggest as suggestAs,
  tag as tagAs,
} from '../../test/support/claiming.ts'
import { addIteration, addPiece, addPieceOf, text } from '../../test/support/making.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { AddReflection } from '../reflections/contract.ts'
import { DeleteWork, RenamePiece, WithdrawShare } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
let at: (name: string) => string
beforeAll(async () => {
  school = await openSchool()
  at = (await adoptPack(school)).competency
})
afterAll(() => school.close())

const tag = async (key: string, pieceId: string, name = 'Collaborating', id?: string) =>
  tagAs(school, key, { pieceId, competencyId: at(name) }, id)
const suggest = async (pieceId: string, name = 'Collaborating', id?: string) =>
  suggestAs(school, 'rivera', { pieceId, competencyId: at(name), words: 'Your lists.' }, id)
const page = async (key: string, id: string) =>
  (await school.as(key).ask(contract.ListPieceTags, { params: { id } })).body
const names = async (key: string, id: string) =>
  (await page(key, id)).tags.map(({ competency }) => competency.statement)
const waiting = async (key: string, id: string) =>
  (await page(key, id)).suggestions.map(({ competency }) => competency.statement)
const sky = async (key: string) => {
  const { body } = await school.as(key).ask(contract.GetConstellation)
  const stars = body.frameworks.flatMap((framework) => framework.stars)
  return { body, lights: (name: string) => stars.find(({ statement }) => statement === name)?.lights ?? [] }
}
const earlier = async (key: string, name: string, words?: string) =>
  (
    await school.as(key).ask(contract.FindEarlierWork, {
      params: { id: at(name) },
      query: words === undefined ? {} : { words },
    })
  ).body

test('a learner tags their own work once, from one device or two, and takes it off again', async () => {
  const { id } = await addPiece(school, 'mika', ['teachers', 'family'])
  const first = await tag('mika', id)
  expect((await tag('mika', id, 'Collaborating', first.id)).answer.status).toBe(200)
  expect((await tag('mika', id)).answer.status).toBe(200)
  expect((await tag('mika', id, 'Creative Thinking', first.id)).answer.code).toBe('id_taken')
  for (const key of ['mika', 'rivera', 'amara']) expect(await names(key, id)).toEqual(['Collaborating'])
  expect((await page('rivera', id)).may).toEqual({ tag: false, suggest: true })
  expect((await page('amara', id)).may).toEqual({ tag: false, suggest: false })
  await school.as('mika').ask(contract.RemoveTag, { params: { id: first.id } })
  expect(await names('mika', id)).toEqual([])
  // what waited on the other device arrives late: it was taken off, and stays off
  expect((await tag('mika', id, 'Collaborating', first.id)).answer.status).toBe(200)
  expect(await names('mika', id)).toEqual([])
  expect((await tag('mika', newId())).answer.code).toBe('not_found')
})

test('a suggestion is between its teacher and its learner; accepted it is the learner’s own tag', async () => {
  const { id } = await addPiece(school, 'mika', ['teachers', 'family'])
  const suggestion = await suggest(id)
  expect((await suggest(id, 'Collaborating', suggestion.id)).answer.status).toBe(200)
  expect((await suggest(id, 'Creative Thinking', suggestion.id)).answer.code).toBe('id_taken')
  expect(await waiting('mika', id)).toEqual(['Collaborating'])
  expect(await waiting('rivera', id)).toEqual(['Collaborating'])
  for (const key of ['dubois', 'amara']) expect(await waiting(key, id)).toEqual([])
  expect((await sky('mika')).body.suggestions.map((one) => one.id)).toEqual([suggestion.id])
  expect(await names('mika', id)).toEqual([])
  expect((await answerTo(school, 'mika', suggestion.id, 'accepted')).status).toBe(200)
  expect((await answerTo(school, 'mika', suggestion.id, 'accepted')).status).toBe(200)
  expect((await answerTo(school, 'mika', suggestion.id, 'left')).code).toBe('changed_elsewhere')
  expect(await names('rivera', id)).toEqual(['Collaborating'])
  expect(await waiting('rivera', id)).toEqual([])
})

test('left, it fades for both without a word; unanswered, it fades by itself; taken back, it is gone', async () => {
  const { id } = await addPiece(school, 'mika', ['teachers'])
  const one = await suggest(id)
  expect((await answerTo(school, 'mika', one.id, 'left')).status).toBe(200)
  expect([await waiting('mika', id), await waiting('rivera', id)]).toEqual([[], []])
  const two = await suggest(id, 'Creative Thinking')
  await school.as('rivera').ask(contract.WithdrawSuggestion, { params: { id: two.id } })
  expect(await waiting('mika', id)).toEqual([])
  await suggest(id, 'Communicating')
  expect(await waiting('mika', id)).toEqual(['Communicating'])
  const today = school.clock.now
  school.later(31)
  expect(await waiting('mika', id)).toEqual([])
  school.clock.now = today
})

test('the sky is lit by what the learner tagged and said, and by nobody else’s; deleted work lights nothing', async () => {
  const { id } = await addPiece(school, 'noor')
  await tag('noor', id, 'Well-being')
  const said = { competencyId: at('Well-being'), words: 'I can rest when I need to.' }
  await claim(school, 'noor', said)
  const { body, lights } = await sky('noor')
  expect(body.frameworks.map(({ title, stars }) => [title, stars.length])).toEqual([
    ['BC Core Competencies', 33],
  ])
  expect(lights('Well-being')).toMatchObject([
    { kind: 'tag', piece: { id } },
    { kind: 'claim', piece: null, words: said.words },
  ])
  expect((await sky('mika')).lights('Well-being')).toEqual([])
  await school.as('noor').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: id } })
  expect((await sky('noor')).lights('Well-being')).toMatchObject([{ kind: 'claim' }])
  for (const key of ['rivera', 'amara', 'chen'])
    expect((await school.as(key).ask(contract.GetConstellation)).code).toBe('not_found')
})

test('earlier work is found by the learner’s own words alone, in both languages, and not once it is tagged', async () => {
  const lamp = await addPieceOf(
    school,
    'jonas',
    text('I asked many questions about heat and investigated glass.'),
    [],
  )
  await addPieceOf(school, 'jonas', text('Blue.'), [])
  const french = await addPieceOf(
    school,
    'jonas',
    text('J’ai posé des questions et j’ai cherché dans la forêt.'),
    [],
  )
  const found = async () =>
    (await earlier('jonas', 'Questioning and investigating')).map(({ piece }) => piece.id)
  expect((await found()).toSorted()).toEqual([lamp.id, french.id].toSorted())
  expect((await earlier('jonas', 'Questioning and investigating', 'forêts'))[0]).toMatchObject({
    piece: { id: french.id },
    excerpt: expect.stringContaining('⁅'),
  })
  await tag('jonas', lamp.id, 'Questioning and investigating')
  expect(await found()).toEqual([french.id])
  expect(await earlier('mika', 'Questioning and investigating', 'glass')).toEqual([])
  expect(await earlier('jonas', 'Questioning and investigating', '& | ! <-> \\')).toEqual([])
})

test('little words of one language are not taken for words of the other', async () => {
  await addPieceOf(school, 'jonas', text('A boat, but a small one.'), [])
  // the French description of it speaks of goals: buts
  expect(await earlier('jonas', 'Self-regulating')).toEqual([])
})

test('its title, what changed and reflections on it count as words; what others say does not', async () => {
  const { id } = await addPiece(school, 'kai', ['teachers'])
  await school.as('kai').ask(RenamePiece, { params: { id }, body: { title: 'Snares with my grandfather' } })
  await addIteration(school, 'kai', id)
  await school
    .as('kai')
    .ask(AddReflection, { params: { id: newId() }, body: { pieceId: id, body: 'I felt patient out there.' } })
  for (const words of ['grandfather', 'bolder', 'patiently'])
    expect((await earlier('kai', 'Well-being', words)).map(({ piece }) => piece.id)).toEqual([id])
  expect(await earlier('kai', 'Well-being', 'wings')).toEqual([])
})

test('for a class there are counts of the pieces its teacher may see, and of nobody in particular', async () => {
  const counts = async () => {
    const params = { id: classOf('division-3') }
    const { body } = await school.as('rivera').ask(contract.GetClassEvidence, { params })
    const [core] = body.frameworks
    return { body, of: (name: string) => core?.items.find(({ statement }) => statement === name)?.pieces }
  }
  const mine = await addPiece(school, 'anh', ['teachers'])
  await tag('anh', mine.id, 'Valuing diversity')
  await tag('anh', mine.id, 'Resolving problems')
  const kept = await addPiece(school, 'otto')
  await tag('otto', kept.id, 'Valuing diversity')
  const { body, of } = await counts()
  expect([of('Valuing diversity'), of('Resolving problems'), of('Self-advocating')]).toEqual([1, 1, 0])
  expect(JSON.stringify(body)).not.toMatch(/learner|"name":"Anh/)
  await school.as('anh').ask(WithdrawShare, { params: { id: mine.shareIds[0] } })
  expect((await counts()).of('Valuing diversity')).toBe(0)
  for (const key of ['mika', 'okafor', 'chen', 'singh', 'amara', 'marsh']) {
    const asked = await school
      .as(key)
      .ask(contract.GetClassEvidence, { params: { id: classOf('division-3') } })
    expect(asked.code).toBe('not_found')
  }
})

test('what is in force is there to be searched on the device', async () => {
  const { body } = await school.as('mika').ask(contract.ListInForce)
  expect(body).toMatchObject([{ title: 'BC Core Competencies', more: false }])
  expect(body[0]?.stars).toHaveLength(33)
  expect((await school.as('ravi').ask(contract.ListInForce)).body).toEqual([])
})
