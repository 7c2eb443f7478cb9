import { expect, test } from 'vitest'
import { holdsQuote } from '../pin.ts'
import type { PinTarget } from './pin-board.tsx'
import { pointableIn, quotable } from './pointable.ts'

type Part = PinTarget['iteration']['parts'][number]

test('each sentence of a text can be pointed at, where it stands', () => {
  const text = 'The ice sings.\n\n  It is new! …\nWhy?'
  const sentences = quotable(text)
  expect(sentences.map(({ quote }) => quote)).toEqual(['The ice sings.', 'It is new!', 'Why?'])
  for (const { quote, start } of sentences) {
    expect(text.slice(start, start + quote.length)).toBe(quote)
    expect(holdsQuote(text, quote)).toBe(true)
  }
})

test('only what is there and can be seen, heard or read is pointed at', () => {
  const media = (kind: string, state = 'ready') =>
    ({ kind: 'media', media: { id: kind, kind, state }, caption: '', alt: '' }) as Part
  const parts: Part[] = [
    { kind: 'text', text: ' \n' },
    { kind: 'link', url: 'https://example.org', caption: '' },
    media('picture', 'working'),
    media('file'),
    media('video'),
    media('document'),
    { kind: 'text', text: 'Words' },
  ]
  expect(pointableIn({ id: 'a', revision: 1, parts }).map(({ position, kind }) => [position, kind])).toEqual([
    [4, 'recording'],
    [5, 'document'],
    [6, 'text'],
  ])
})
