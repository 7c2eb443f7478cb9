import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { paragraphsIn, sameness, sentencesIn, tokensIn } from './segment.ts'

afterEach(() => vi.unstubAllGlobals())
const wordsIn = (text: string, locale = 'en') => tokensIn(text, locale).map(({ word }) => word)

test('sentences end at marks and lines, also when the next begins small', () => {
  expect(sentencesIn('I see a cat. it is on the bed!\n\n“Shh.” She left')).toEqual([
    'I see a cat. ',
    'it is on the bed!\n\n',
    '“Shh.” ',
    'She left',
  ])
  expect(sentencesIn('It costs 3.50 dollars.')).toEqual(['It costs 3.50 dollars.'])
  expect(sentencesIn('今天去公园。有很多花。')).toEqual(['今天去公园。', '有很多花。'])
})

test('words are words in French and in scripts without spaces', () => {
  expect(wordsIn('Il était dans l’arbre.', 'fr')).toEqual(['Il', 'était', 'dans', 'l’arbre', '.'])
  expect(wordsIn('公园里有很多花。').length).toBeGreaterThan(3)
})

test('without Intl.Segmenter words are still found', () => {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
  Reflect.deleteProperty(Intl, 'Segmenter')
  expect(wordsIn('Il était dans l’arbre.', 'fr')).toEqual(['Il', 'était', 'dans', 'l’arbre', '.'])
  expect(wordsIn('公园里有花。')).toEqual(['公', '园', '里', '有', '花', '。'])
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('a', 'The river', ' ', '. ', '\n', '\n\n', '。', '!', '” ', 'é'), {
      maxLength: 30,
    })
    .map((bits) => bits.join('')),
)

test('put together again it is the text it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(sentencesIn(text).join('')).toBe(text)
      expect(paragraphsIn(text).join('')).toBe(text)
      expect(
        tokensIn(text, 'en')
          .map(({ word, space }) => word + space)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('a line broken elsewhere and another way to store a letter are no change', () => {
  expect(sameness('caf\u0065\u0301  au\nlait ')).toBe(sameness('café au lait'))
})
