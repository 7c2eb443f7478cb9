import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RichText } from '../writing/rich-text.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { AddPiece, GetPiece, GetPortfolio, ListRevisions, ReviseIteration } from './contract.ts'
import { idOf } from '../../test/support/school.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const boat: RichText = {
  blocks: [
    { kind: 'heading', spans: [{ text: 'My boat' }] },
    { kind: 'bullet', depth: 0, spans: [{ text: 'cork', bold: true }] },
    { kind: 'bullet', depth: 1, spans: [{ text: 'from here', link: 'https://example.org/' }] },
  ],
}
const words = 'My boat\n\ncork\nfrom here'

async function write(parts: unknown, id = newId(), iterationId = newId()) {
  const iteration = { id: iterationId, parts }
  const answer = await school.as('mika').ask(AddPiece, { params: { id }, body: { iteration } })
  return { answer, id, iterationId }
}

test('a rich text is kept whole, and its plain words are written by the server', async () => {
  const { answer, id } = await write([{ kind: 'text', text: 'something else entirely', rich: boat }])
  expect(answer.status).toBe(200)
  const piece = await school.as('mika').ask(GetPiece, { params: { id } })
  expect(piece.body.iterations[0]?.parts).toEqual([{ kind: 'text', text: words, rich: boat }])
  const portfolio = await school.as('mika').ask(GetPortfolio, { params: { id: idOf('mika') } })
  expect(portfolio.body.pieces.find((one) => one.id === id)?.excerpt).toBe(words)
})

test('those who send only words are answered with only words', async () => {
  const { id } = await write([{ kind: 'text', text: '<b>plain</b>' }])
  const piece = await school.as('mika').ask(GetPiece, { params: { id } })
  expect(piece.body.iterations[0]?.parts).toEqual([{ kind: 'text', text: '<b>plain</b>' }])
})

test('sent again it is kept once, and with other headings under the same id it is refused', async () => {
  const first = await write([{ kind: 'text', text: '', rich: boat }])
  const shuffled = { blocks: boat.blocks.map((block) => Object.fromEntries(Object.entries(block).reverse())) }
  const again = await write([{ rich: shuffled, kind: 'text', text: '' }], first.id, first.iterationId)
  expect(again.answer.status).toBe(200)
  const [heading, ...rest] = boat.blocks
  const other = { blocks: [{ ...heading, kind: 'quote' }, ...rest] }
  const changed = await write([{ kind: 'text', text: '', rich: other }], first.id, first.iterationId)
  expect(changed.answer.code).toBe('id_taken')
})

test('what was before an edit keeps its headings', async () => {
  const { id, iterationId } = await write([{ kind: 'text', text: '', rich: boat }])
  const parts = [{ kind: 'text', text: 'only words now' }]
  await school
    .as('mika')
    .ask(ReviseIteration, { params: { id: iterationId, revision: '2' }, body: { parts } })
  const revisions = await school.as('mika').ask(ListRevisions, { params: { id: iterationId } })
  expect(revisions.body.map((one) => one.parts)).toEqual([parts, [{ kind: 'text', text: words, rich: boat }]])
  const piece = await school.as('mika').ask(GetPiece, { params: { id } })
  expect(piece.body.iterations[0]?.parts).toEqual(parts)
})

test.each([
  ['a block nobody knows', { blocks: [{ kind: 'html', spans: [] }] }],
  ['an attribute nobody knows', { blocks: [{ kind: 'paragraph', spans: [{ text: 'x', onclick: 'y' }] }] }],
  [
    'a link that does harm',
    { blocks: [{ kind: 'paragraph', spans: [{ text: 'x', link: 'javascript:x' }] }] },
  ],
  ['another editor’s document', { type: 'doc', content: [{ type: 'paragraph' }] }],
  ['more than a text may hold', { blocks: [{ kind: 'paragraph', spans: [{ text: 'x'.repeat(200_001) }] }] }],
])('%s is refused, not cleaned', async (_, rich) => {
  const { answer, id } = await write([{ kind: 'text', text: '', rich }])
  expect(answer.status).toBe(400)
  expect((await school.as('mika').ask(GetPiece, { params: { id } })).code).toBe('not_found')
})

test('a rich text nested without end is an answer, not a crash', async () => {
  let deep = '{"kind":"paragraph","spans":[]}'
  for (let depth = 0; depth < 3_000; depth += 1) deep = `[${deep}]`
  const { answer } = await write([{ kind: 'text', text: '', rich: { blocks: JSON.parse(deep) as unknown } }])
  expect(answer.status).toBe(400)
})
