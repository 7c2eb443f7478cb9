import { expect, test } from 'vitest'
import { mediaOf, wayOf, waysFor, wordsOf } from './pair.ts'

const media = (kind: string, state = 'ready') => ({ kind: 'media', media: { kind, state } })
const text = (words: string) => ({ kind: 'text', text: words })
const link = { kind: 'link', url: 'https://example.org' }
const attempt = (...parts: object[]) => ({ parts: parts as { kind: string }[] })

test.each([
  ['two pictures', [media('picture')], [media('picture')], ['slide', 'fade', 'beside']],
  ['two texts', [text('one')], [text('two')], ['words', 'beside']],
  ['two recordings', [media('audio')], [media('audio')], ['listen', 'beside']],
  ['two films', [media('video')], [media('video')], ['watch', 'beside']],
  ['documents', [media('document')], [media('document')], ['beside']],
  ['a picture and a text', [media('picture')], [text('two')], ['beside']],
  ['links', [link], [link], ['beside']],
  ['a picture still on its way', [media('picture', 'working')], [media('picture')], ['beside']],
  ['nothing but spaces', [text('  \n ')], [text('two')], ['beside']],
  [
    'pictures with words, as in a workshop',
    [media('picture'), text('one')],
    [text('two'), media('picture')],
    ['slide', 'fade', 'words', 'beside'],
  ],
])('%s are offered only what fits both', (_what, earlier, later, wanted) => {
  expect(waysFor(attempt(...earlier), attempt(...later), 2)).toEqual(wanted)
})

test('a third attempt makes the whole row worth looking at', () => {
  expect(waysFor(attempt(link), attempt(link), 3)).toEqual(['beside', 'all'])
})

test('a way that is asked for and does not fit gives way to the most telling one', () => {
  expect([
    wayOf('fade', ['slide', 'fade', 'beside']),
    wayOf('words', ['slide', 'beside']),
    wayOf(null, ['listen', 'beside']),
    wayOf('<script>', []),
  ]).toEqual(['fade', 'slide', 'listen', 'beside'])
})

test('what is written in several parts is one text, and pictures keep their order', () => {
  expect(wordsOf(attempt(text(' one\n'), media('picture'), text(''), text('two')))).toBe('one\n\ntwo')
  const [first, second] = [media('picture'), media('picture')]
  expect(mediaOf(attempt(text('x'), first, media('audio'), second), 'picture')).toEqual([first, second])
})
