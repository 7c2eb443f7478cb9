import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as feedback from '../../src/feedback/contract.ts'
import { mostPhrases } from '../../src/feedback/phrase.ts'
import { AnnounceMedia, GetMedia } from '../../src/media/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import * as rounds from '../../src/rounds/contract.ts'
import * as work from '../../src/work/contract.ts'
import { addPiece, giveFeedback, text } from '../support/making.ts'
import { openSchool, type School } from '../support/school.ts'
import { awkwardWords, cannotBeKept } from './awkward-words.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const ask = (key: string, endpoint: Endpoint, id: string, body?: unknown, more: object = {}) =>
  school.as(key).ask(endpoint, { params: { id, ...more }, ...(body === undefined ? {} : { body }) })

type Told = { word: string; answer: string; kept: unknown }

/** Kept to the letter, or refused as invalid: nothing between. `empty` is what the field may not be. */
function judge(told: Told[], empty = true): void {
  const wrong = told.filter(({ word, answer, kept }) => {
    if (cannotBeKept(word) || (word === '' && !empty)) return answer !== '400 invalid'
    return answer !== '200' || kept !== word
  })
  expect(
    wrong.map(({ word, answer, kept }) => [
      JSON.stringify(word).slice(0, 60),
      answer,
      JSON.stringify(kept)?.slice(0, 60),
    ]),
  ).toEqual([])
}
const said = (answer: { status: number; code: string | undefined }) =>
  `${answer.status} ${answer.code ?? ''}`.trim()
/** Many fields take a word each in one request; one that is refused takes the others along, so it goes alone. */
const good = awkwardWords.filter((word) => !cannotBeKept(word))
const bad = awkwardWords.filter(cannotBeKept)
const inTens = <T>(all: T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, place) => all.slice(place * 10, place * 10 + 10))

async function keepParts(words: string[]): Promise<Told[]> {
  const [id, iterationId] = [newId(), newId()]
  const parts = words.flatMap((word) => [
    ...text(word),
    { kind: 'link', url: 'https://example.org/', caption: word },
  ])
  const answer = await ask('mika', work.AddPiece, id, {
    title: words[0],
    iteration: { id: iterationId, parts, whatChanged: words[0] },
  })
  const read =
    answer.status === 200 ? (await school.as('mika').ask(work.GetPiece, { params: { id } })).body : undefined
  const kept = read?.iterations[0]?.parts ?? []
  const told = words.flatMap((word, place) =>
    [kept[place * 2], kept[place * 2 + 1]].map((part) => ({
      word,
      answer: said(answer),
      kept: part?.kind === 'text' ? part.text : part?.caption,
    })),
  )
  return [
    ...told,
    ...[read?.title, read?.iterations[0]?.whatChanged].map((one) => ({
      word: words[0] ?? '',
      answer: said(answer),
      kept: one,
    })),
  ]
}

test('a piece keeps every word, caption and change to the letter, or says which it cannot', async () => {
  const told: Told[] = []
  for (const words of [...inTens(good), ...bad.map((word) => [word])]) told.push(...(await keepParts(words)))
  judge(told)
})

test('a title keeps every word', async () => {
  const { id } = await addPiece(school, 'mika')
  const told: Told[] = []
  for (const word of awkwardWords) {
    const answer = await ask('mika', work.RenamePiece, id, { title: word })
    const kept =
      answer.status === 200
        ? (await school.as('mika').ask(work.GetPiece, { params: { id } })).body.title
        : undefined
    told.push({ word, answer: said(answer), kept })
  }
  judge(told)
})

test('feedback and the reply to it keep every word', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const one = await giveFeedback(school, 'rivera', piece.iterationId)
  const answers = new Map<string, { word: string; given: string; replied: string }>()
  for (const word of awkwardWords) {
    const [id, reply] = [newId(), newId()]
    const given = await ask('rivera', feedback.GiveFeedback, id, {
      iterationId: piece.iterationId,
      body: word,
    })
    const replied = await ask('mika', feedback.ReplyToFeedback, reply, {
      feedbackId: one,
      kind: 'differently',
      why: word,
    })
    answers.set(`${id} ${reply}`, { word, given: said(given), replied: said(replied) })
  }
  const kept = (await school.as('mika').ask(feedback.ListFeedback, { params: { id: piece.id } })).body
  const bodies = new Map(kept.map((each) => [each.id, each.body]))
  const whys = new Map(kept.flatMap((each) => each.replies.map((reply) => [reply.id, reply.why])))
  const told = [...answers].map(([ids, { word, given, replied }]) => ({
    ids: ids.split(' '),
    word,
    given,
    replied,
  }))
  judge(
    told.map(({ ids, word, given }) => ({ word, answer: given, kept: bodies.get(ids[0] ?? '') })),
    false,
  )
  judge(told.map(({ ids, word, replied }) => ({ word, answer: replied, kept: whys.get(ids[1] ?? '') })))
})

test('what to try, what stands beside the work, and phrases keep every word', async () => {
  const { id: pieceId, iterationId } = await addPiece(school, 'mika', ['teachers'])
  const words = good.filter((word) => word !== '' && word.length <= 500).slice(0, mostPhrases)
  const refused: unknown[] = []
  for (const word of words) {
    const shows = { kind: 'text', text: word }
    const answers = [
      said(await ask('rivera', rounds.ReturnIteration, newId(), { iterationId, tryNext: word })),
      said(await ask('rivera', rounds.PlaceExemplar, newId(), { pieceId, shows })),
    ]
    if (answers.join() !== '200,200') refused.push([word, answers])
  }
  const list = { params: { revision: '1' }, body: { phrases: words } }
  expect([(await school.as('rivera').ask(feedback.KeepPhrases, list)).status, refused]).toEqual([200, []])
  const read = (await school.as('mika').ask(rounds.GetRounds, { params: { id: pieceId } })).body
  const kept = (told: (string | null)[]) => words.filter((word) => !told.includes(word))
  expect(kept(read.returns.map((one) => one.tryNext))).toEqual([])
  expect(kept(read.exemplars.map((one) => one.text))).toEqual([])
  expect((await school.as('rivera').ask(feedback.GetPhrases)).body.phrases).toEqual(words)
})

test('an edit sent twice is the same edit, whatever it says', async () => {
  const piece = await addPiece(school, 'mika')
  let revision = 1
  const wrong: unknown[] = []
  for (const words of inTens(good)) {
    revision += 1
    const parts = words.flatMap((word) => text(word))
    const edit = () =>
      ask(
        'mika',
        work.ReviseIteration,
        piece.iterationId,
        { parts, whatChanged: words[0] },
        { revision: `${revision}` },
      )
    const answers = [said(await edit()), said(await edit())]
    if (answers.join() !== '200,200') wrong.push([words, answers])
  }
  expect(wrong).toEqual([])
})

test('the name of a file is taken as it comes, and never breaks the answer', async () => {
  const wrong: unknown[] = []
  for (const word of awkwardWords) {
    const id = newId()
    const answer = await ask('mika', AnnounceMedia, id, { name: word, bytes: 3 })
    const kept =
      answer.status === 200
        ? (await school.as('mika').ask(GetMedia, { params: { id } })).body.name
        : undefined
    const well = answer.code === 'invalid' || kept === word.replaceAll('\u0000', '')
    if (!well) wrong.push([JSON.stringify(word), said(answer), JSON.stringify(kept)])
  }
  expect(wrong).toEqual([])
})

test('links lead only where a browser may go without harm', async () => {
  const harm = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/1',
    'about:blank',
    '//elsewhere.example',
    '/api/session',
    'ftp://x',
    'http://',
    '',
    'view-source:http://x',
    'intent://x',
    'x'.repeat(5000),
    'https://[::1',
    'http://\u0000',
    'https://x/\ud800',
  ]
  const kept: string[] = []
  for (const url of harm) {
    const answer = await ask('mika', work.AddPiece, newId(), {
      iteration: { id: newId(), parts: [{ kind: 'link', url }] },
    })
    if (answer.code !== 'invalid') kept.push(`${JSON.stringify(url)} ${said(answer)}`)
  }
  expect(kept).toEqual([])
})

test('two hundred thousand letters of any size are kept, one more is not, and lists end where they should', async () => {
  const add = (parts: unknown) => ask('mika', work.AddPiece, newId(), { iteration: { id: newId(), parts } })
  expect((await add(text('字'.repeat(200_000)))).status).toBe(200)
  expect((await add(text('\u0001'.repeat(200_000)))).status).toBe(200)
  expect((await add(text('a'.repeat(200_001)))).code).toBe('invalid')
  expect((await add(text('a'.repeat(3_000_000)))).code).toBe('too_large')
  expect((await add(Array.from({ length: 51 }, () => text('a')[0]))).code).toBe('invalid')
  expect((await add([])).code).toBe('invalid')
})
