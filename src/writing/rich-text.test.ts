import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RichText as Grammar } from './contract.ts'
import {
  type Block,
  groupBlocks,
  isPlain,
  placeBlocks,
  plainTextOf,
  type RichText,
  richTextOf,
} from './rich-text.ts'
import { completeLink, isSafeLink, placeOfLink } from './safe-link.ts'

const item = (kind: 'bullet' | 'number', depth: number, text: string): Block => ({
  kind,
  depth,
  spans: [{ text }],
})
const boat: RichText = {
  blocks: [
    { kind: 'heading', spans: [{ text: 'My boat' }] },
    { kind: 'paragraph', spans: [{ text: 'It ' }, { text: 'floats', bold: true }, { text: '.' }] },
    item('bullet', 0, 'cork'),
    item('bullet', 1, 'from a bottle'),
    item('bullet', 0, 'a sail'),
    item('number', 0, 'cut'),
    { kind: 'quote', spans: [{ text: 'It sank', italic: true }] },
  ],
}

test('the plain text has every word, and every block is found at its place in it', () => {
  const text = plainTextOf(boat)
  expect(text).toBe('My boat\n\nIt floats.\n\ncork\nfrom a bottle\na sail\ncut\n\nIt sank')
  for (const { block, from } of placeBlocks(boat)) {
    const words = block.spans.map((span) => span.text).join('')
    expect(text.slice(from, from + words.length)).toBe(words)
  }
})

test('items that follow each other are one list, deeper ones under the one before', () => {
  const groups = groupBlocks(boat)
  expect(groups.map(({ kind }) => kind)).toEqual(['block', 'block', 'bullet', 'number', 'block'])
  const list = groups[2]
  if (list?.kind !== 'bullet') throw new Error('no list')
  expect(list.items.map(({ under }) => under.length)).toEqual([1, 0])
  // a deep item with nothing above it is still shown
  expect(groupBlocks({ blocks: [item('bullet', 3, 'alone')] })).toMatchObject([{ items: [{ under: [] }] }])
})

test('plain words stay what they are, whatever is written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(\S+\n{0,2}){0,6}$/u), (text) => {
      expect(plainTextOf(richTextOf(text))).toBe(text)
    }),
  )
  expect(isPlain(richTextOf('one\ntwo\n\nthree'))).toBe(true)
  expect(isPlain(boat)).toBe(false)
})

test('the grammar takes what it names and refuses everything else', () => {
  expect(Grammar.safeParse(boat).success).toBe(true)
  const wrong: unknown[] = [
    { blocks: [] },
    { blocks: [{ kind: 'script', spans: [{ text: 'x' }] }] },
    { blocks: [{ kind: 'paragraph', depth: 1, spans: [] }] },
    { blocks: [{ kind: 'bullet', spans: [] }] },
    { blocks: [{ kind: 'bullet', depth: 4, spans: [] }] },
    { blocks: [{ kind: 'paragraph', spans: [{ text: '' }] }] },
    { blocks: [{ kind: 'paragraph', spans: [{ text: 'x', style: 'color:red' }] }] },
    { blocks: [{ kind: 'paragraph', spans: [{ text: 'x', bold: false }] }] },
    { blocks: [{ kind: 'paragraph', spans: [{ text: 'x', link: 'javascript:alert(1)' }] }] },
    { blocks: [{ kind: 'paragraph', spans: [{ text: 'a\u0000b' }] }] },
    { blocks: [{ kind: 'paragraph', spans: [{ text: '\ud800' }] }] },
    { blocks: [{ kind: 'paragraph', spans: [{ text: 'x'.repeat(150_000) }, { text: 'y'.repeat(60_000) }] }] },
    { blocks: Array.from({ length: 4_001 }, () => ({ kind: 'paragraph', spans: [] })) },
    { type: 'doc', content: [] },
  ]
  expect(wrong.filter((one) => Grammar.safeParse(one).success)).toEqual([])
})

test('a link gets what it lacks, and one that could do harm is not taken', () => {
  expect(completeLink('example.org/boat')).toBe('https://example.org/boat')
  expect(completeLink('localhost:8080')).toBe('https://localhost:8080')
  expect(completeLink('mailto:a@b.ca')).toBe('mailto:a@b.ca')
  const harmful = [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a/b',
    '//',
    'java\nscript:alert(1)',
  ]
  expect(harmful.filter(isSafeLink)).toEqual([])
  expect(placeOfLink('https://www.example.org/boats/?a=1')).toEqual({
    host: 'example.org',
    rest: '/boats?a=1',
  })
  expect(placeOfLink('mailto:a@b.ca')).toEqual({ host: 'a@b.ca', rest: '' })
})
