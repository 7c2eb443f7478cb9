import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spaceOf } from '../demo/fill-people.ts'
import * as work from '../work/contract.ts'
import { allowPeers, bringNew, giveCritique, kindWords, openRound } from '../../test/support/critiquing.ts'
import { addIteration } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as critiques from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const asRivera = () => school.as('rivera')
const round = (key: string, id: string) => school.as(key).ask(critiques.GetCritiqueRound, { params: { id } })
const brought = (key: string, id: string) => school.as(key).ask(critiques.GetBringing, { params: { id } })
const opening = (over: object = {}) => ({
  classId: classOf('division-3'),
  protocol: 'kind-specific-helpful',
  gives: 1,
  opensOn: '2026-11-24',
  closesOn: '2026-11-27',
  tables: [[idOf('mika'), idOf('noor')]],
  ...over,
})

test('off until a teacher of the class allows it, and the decision says who and when', async () => {
  const list = () => asRivera().ask(critiques.ListClassRounds, { params: { id: classOf('division-3') } })
  expect((await list()).body).toMatchObject({ allowed: false, setting: null, may: { open: true, set: true } })
  const refused = await asRivera().ask(critiques.OpenCritiqueRound, {
    params: { id: newId() },
    body: opening(),
  })
  expect(refused.code).toBe('peers_not_allowed')
  const set = (key: string) =>
    school.as(key).ask(critiques.SetPeerFeedback, {
      params: { id: newId() },
      body: { spaceId: spaceOf(classOf('division-3')), allowed: true },
    })
  expect([(await set('mika')).code, (await set('okafor')).code, (await set('amara')).code]).toEqual([
    'not_allowed',
    'not_found',
    'not_found',
  ])
  await allowPeers(school)
  const setting = (await list()).body.setting
  expect([setting?.allowed, setting?.setBy.id]).toEqual([true, idOf('rivera')])
  const asLearner = await school
    .as('mika')
    .ask(critiques.ListClassRounds, { params: { id: classOf('division-3') } })
  expect(asLearner.body).toMatchObject({
    setting: null,
    allowed: true,
    met: [],
    may: { open: false, set: false },
  })
})

test('a round is opened once, for learners of the class, at tables that work', async () => {
  const id = newId()
  const open = (over: object = {}, roundId = newId(), key = 'rivera') =>
    school.as(key).ask(critiques.OpenCritiqueRound, { params: { id: roundId }, body: opening(over) })
  expect((await open({}, id)).status).toBe(200)
  expect((await open({}, id)).status).toBe(200)
  expect((await open({ title: 'Another' }, id)).code).toBe('id_taken')
  expect((await open({}, id, 'dubois')).code).toBe('not_found')
  expect((await open({ tables: [[idOf('mika'), idOf('theo')]] })).code).toBe('not_found')
  expect((await open({ tables: [[idOf('mika'), idOf('ines')]] })).code).toBe('not_found')
  expect((await open({ tables: [[idOf('mika')]] })).code).toBe('invalid')
  expect((await open({ gives: 2 })).code).toBe('invalid')
  expect((await open({ tables: [[idOf('mika'), idOf('mika')]] })).code).toBe('invalid')
  expect((await open({ closesOn: '2026-11-20' })).code).toBe('invalid')
  expect((await open({}, newId(), 'mika')).code).toBe('not_allowed')
  expect((await open({}, newId(), 'okafor')).code).toBe('not_found')
})

test('bringing shows exactly that attempt to exactly that table, and to nobody else', async () => {
  const id = await openRound(school, {
    tables: [
      ['mika', 'noor', 'kai'],
      ['anh', 'otto'],
    ],
  })
  const mine = await bringNew(school, 'mika', id)
  const later = await addIteration(school, 'mika', mine.pieceId)
  const seen = await brought('noor', mine.bringingId)
  expect(seen.body.iteration.id).toBe(mine.iterationId)
  expect(seen.text).not.toContain(later.id)
  expect(seen.body.pieceId).toBeNull()
  expect(seen.body.faces.map(({ id: face }) => face).toSorted()).toEqual(
    ['mika', 'noor', 'kai', 'rivera', 'dubois'].map(idOf).toSorted(),
  )
  for (const key of ['noor', 'rivera'])
    expect((await school.as(key).ask(work.GetPiece, { params: { id: mine.pieceId } })).code).toBe('not_found')
  for (const key of ['anh', 'zofia', 'theo', 'ines', 'amara', 'okafor', 'halvorsen', 'chen', 'ravi'])
    expect([key, (await brought(key, mine.bringingId)).code]).toEqual([key, 'not_found'])
  const others = (await round('anh', id)).body
  expect(others.tables).toHaveLength(1)
  expect(JSON.stringify(others.tables)).not.toContain(idOf('mika'))
  expect((await round('zofia', id)).code).toBe('not_found')
})

test('only one’s own attempt is brought, something else replaces it, and it can be taken back', async () => {
  const id = await openRound(school)
  const first = await bringNew(school, 'mika', id)
  const stolen = await school.as('noor').ask(critiques.BringPiece, {
    params: { id: newId() },
    body: { roundId: id, iterationId: first.iterationId },
  })
  expect(stolen.code).toBe('not_found')
  const second = await bringNew(school, 'mika', id)
  expect((await brought('noor', first.bringingId)).code).toBe('not_found')
  expect((await brought('noor', second.bringingId)).status).toBe(200)
  const takeBack = (key: string) =>
    school.as(key).ask(critiques.TakeBackPiece, { params: { id: second.bringingId } })
  expect((await takeBack('noor')).code).toBe('not_allowed')
  expect([(await takeBack('mika')).status, (await takeBack('mika')).status]).toEqual([200, 200])
  expect((await brought('noor', second.bringingId)).code).toBe('not_found')
  expect((await brought('rivera', second.bringingId)).code).toBe('not_found')
})

test('words are given once by the steps, kept through edits, and answered by whoever made the work', async () => {
  const id = await openRound(school)
  const { bringingId, pieceId } = await bringNew(school, 'mika', id)
  const give = (words: object[], critiqueId = newId(), key = 'noor') =>
    school.as(key).ask(critiques.GiveCritique, { params: { id: critiqueId }, body: { bringingId, words } })
  expect((await give(kindWords.slice(0, 2))).code).toBe('invalid')
  expect((await give(kindWords, newId(), 'mika')).code).toBe('not_allowed')
  expect((await give(kindWords, newId(), 'rivera')).code).toBe('not_allowed')
  const critiqueId = newId()
  expect([(await give(kindWords, critiqueId)).status, (await give(kindWords, critiqueId)).status]).toEqual([
    200, 200,
  ])
  expect((await give(kindWords)).code).toBe('given_already')
  const bolder = kindWords.with(2, { step: 'helpful', text: 'Try a bolder line.' })
  const revise = (key: string, revision = '2') =>
    school
      .as(key)
      .ask(critiques.ReviseCritique, { params: { id: critiqueId, revision }, body: { words: bolder } })
  expect([(await revise('kai')).code, (await revise('mika')).code]).toEqual(['not_allowed', 'not_allowed'])
  expect([(await revise('noor')).status, (await revise('noor')).status]).toEqual([200, 200])
  expect((await revise('noor', '4')).code).toBe('changed_elsewhere')
  const answer = (key: string) =>
    school.as(key).ask(critiques.AnswerCritique, {
      params: { id: newId() },
      body: { critiqueId, kind: 'used', why: 'I made it bolder.' },
    })
  expect([(await answer('noor')).code, (await answer('rivera')).code]).toEqual(['not_allowed', 'not_allowed'])
  expect((await answer('mika')).status).toBe(200)
  const onPiece = await school.as('mika').ask(critiques.ListPieceCritiques, { params: { id: pieceId } })
  const [found] = onPiece.body
  expect(found?.critique.words.find(({ step }) => step === 'helpful')?.text).toBe('Try a bolder line.')
  expect(found?.critique.answers[0]?.kind).toBe('used')
  expect(
    (await school.as('rivera').ask(critiques.ListPieceCritiques, { params: { id: pieceId } })).body,
  ).toEqual([])
})

test('an opinion waits for leave, and an open question is answered', async () => {
  const id = await openRound(school, { protocol: 'critical-response' })
  const { bringingId } = await bringNew(school, 'mika', id, 'Is the ending clear?')
  const words = [
    { step: 'meaning', text: 'The river stayed with me.' },
    { step: 'question', text: 'Yes, because of the fish.' },
    { step: 'neutral', text: 'How did you find the fish?' },
    { step: 'about', text: 'the beginning' },
  ]
  const critiqueId = await giveCritique(school, 'noor', bringingId, words)
  const goOn = () =>
    school.as('noor').ask(critiques.ReviseCritique, {
      params: { id: critiqueId, revision: '2' },
      body: { words: [...words, { step: 'opinion', text: 'It could begin later.' }] },
    })
  expect((await goOn()).code).toBe('invalid')
  const reply = (key: string, body: object) =>
    school.as(key).ask(critiques.ReplyToStep, { params: { id: newId() }, body: { critiqueId, ...body } })
  expect((await reply('noor', { step: 'about', leave: true })).code).toBe('not_allowed')
  expect((await reply('mika', { step: 'meaning', text: 'Thanks' })).code).toBe('invalid')
  expect((await reply('mika', { step: 'about', text: 'yes' })).code).toBe('invalid')
  expect((await reply('mika', { step: 'neutral', text: 'I dreamed it.' })).status).toBe(200)
  expect((await reply('mika', { step: 'about', leave: false })).status).toBe(200)
  expect((await goOn()).code).toBe('invalid')
  expect((await reply('mika', { step: 'about', leave: true })).status).toBe(200)
  expect((await goOn()).status).toBe(200)
})

test('anybody who reads it can report it; a teacher hides it at once, and it is kept', async () => {
  const id = await openRound(school)
  const { bringingId, pieceId } = await bringNew(school, 'mika', id)
  const critiqueId = await giveCritique(school, 'noor', bringingId)
  const report = (key: string) =>
    school
      .as(key)
      .ask(critiques.ReportCritique, { params: { id: newId() }, body: { critiqueId, why: 'Not kind.' } })
  const hide = (key: string, hidden: boolean) =>
    school.as(key).ask(critiques.HideCritique, { params: { id: newId() }, body: { critiqueId, hidden } })
  const reports = async () => (await round('rivera', id)).body.reports
  expect([(await report('noor')).code, (await report('anh')).code]).toEqual(['not_allowed', 'not_found'])
  expect([(await report('mika')).status, (await report('kai')).status, await reports()]).toEqual([
    200, 200, 1,
  ])
  expect((await brought('kai', bringingId)).text).not.toContain('Not kind.')
  expect([(await hide('mika', true)).code, (await hide('okafor', true)).code]).toEqual([
    'not_allowed',
    'not_found',
  ])
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  expect((await hide('dubois', true)).status).toBe(200)
  expect(await reports()).toBe(0)
  for (const key of ['mika', 'kai']) expect((await brought(key, bringingId)).body.critiques).toEqual([])
  expect(
    (await school.as('mika').ask(critiques.ListPieceCritiques, { params: { id: pieceId } })).body,
  ).toEqual([])
  const [own] = (await brought('noor', bringingId)).body.critiques
  expect([own?.hidden?.by.id, own?.words.length, own?.may.revise]).toEqual([idOf('dubois'), 3, false])
  expect((await brought('rivera', bringingId)).body.critiques[0]?.reports).toHaveLength(2)
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  await hide('rivera', false)
  expect((await brought('mika', bringingId)).body.critiques).toHaveLength(1)
})

test('seats change, and what was said stays where it was said', async () => {
  const id = await openRound(school, {
    tables: [
      ['mika', 'noor'],
      ['anh', 'otto'],
    ],
  })
  const { bringingId } = await bringNew(school, 'mika', id)
  await giveCritique(school, 'noor', bringingId)
  const change = (revision: string, tables: string[][], key = 'rivera') =>
    school.as(key).ask(critiques.ChangeTables, {
      params: { id, revision },
      body: { tables: tables.map((table) => table.map(idOf)) },
    })
  const fresh = [['mika', 'otto', 'anh']]
  expect((await change('2', fresh, 'mika')).code).toBe('not_allowed')
  expect([(await change('2', fresh)).status, (await change('2', fresh)).status]).toEqual([200, 200])
  expect((await change('2', [['mika', 'anh']])).code).toBe('changed_elsewhere')
  expect((await brought('noor', bringingId)).code).toBe('not_found')
  expect((await brought('otto', bringingId)).body.critiques).toHaveLength(1)
  expect((await round('noor', id)).code).toBe('not_found')
})

test('the last day, an early end and a withdrawn leave each clear the tables', async () => {
  const id = await openRound(school, { closesOn: '2026-11-24' })
  const { bringingId, pieceId } = await bringNew(school, 'mika', id)
  await giveCritique(school, 'noor', bringingId)
  const opens = async (key: string) => (await brought(key, bringingId)).status
  await allowPeers(school, false)
  expect([await opens('noor'), await opens('rivera'), await opens('mika')]).toEqual([404, 404, 200])
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  await allowPeers(school)
  expect(await opens('noor')).toBe(200)
  const before = school.clock.now
  school.clock.now = new Date('2026-11-25T18:00:00Z')
  expect([await opens('noor'), await opens('rivera')]).toEqual([404, 404])
  school.clock.now = before
  expect((await school.as('mika').ask(critiques.EndCritiqueRound, { params: { id } })).code).toBe(
    'not_allowed',
  )
  expect((await asRivera().ask(critiques.EndCritiqueRound, { params: { id } })).status).toBe(200)
  expect(await opens('noor')).toBe(404)
  const late = await school.as('kai').ask(critiques.BringPiece, {
    params: { id: newId() },
    body: { roundId: id, iterationId: newId() },
  })
  expect(late.code).toBe('not_allowed')
  // what was said stays with whom it was said to, and with whoever said it
  expect(
    (await school.as('mika').ask(critiques.ListPieceCritiques, { params: { id: pieceId } })).body,
  ).toHaveLength(1)
  expect((await round('noor', id)).body.said).toHaveLength(1)
})

test('a round that opens tomorrow is not there for its learners yet', async () => {
  const id = await openRound(school, { opensOn: '2026-11-25' })
  expect([(await round('rivera', id)).status, (await round('mika', id)).code]).toEqual([200, 'not_found'])
})

test('what waits is told: bringing, words for the table, words to answer', async () => {
  const id = await openRound(school)
  const waiting = async (key: string) =>
    (await school.as(key).ask(critiques.ListCritiquesWaiting)).body.find((one) => one.round.id === id)
  expect(await waiting('mika')).toMatchObject({ brought: false, turns: [], unanswered: [] })
  const { bringingId } = await bringNew(school, 'noor', id)
  expect((await waiting('mika'))?.turns).toEqual([
    { bringingId, maker: { id: idOf('noor'), name: 'Noor Haddad' } },
  ])
  expect((await waiting('kai'))?.turns).toEqual([])
  await giveCritique(school, 'mika', bringingId)
  expect((await waiting('mika'))?.turns).toEqual([])
  expect((await waiting('noor'))?.unanswered[0]?.givenBy.id).toBe(idOf('mika'))
  expect(await waiting('anh')).toBeUndefined()
})
