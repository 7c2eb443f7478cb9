import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from './word-difference.ts'

/** [-gone-] and {+come+}, so that a failure can be read. */
const told = (earlier: string, later: string, locale = 'en') =>
  differenceOf(earlier, later, locale)
    .runs.map(({ kind, text }) => ({ kept: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join('')

test.each([
  [
    'a word that came',
    'I saw a cat on my bed.',
    'I saw a black cat on my bed.',
    'I saw a {+black +}cat on my bed.',
  ],
  [
    'a word that became another',
    'The wall was big and old.',
    'The wall was huge and old.',
    'The wall was [-big -]{+huge +}and old.',
  ],
  [
    'a sentence that is new stands whole',
    'Lou put on her boots.',
    'It rained. Lou put on her boots.',
    '{+It rained. +}Lou put on her boots.',
  ],
  [
    'a sentence written anew is not cut to pieces',
    'Parks are good for people and everyone likes them.',
    'The soil report you commissioned found oil in the upper layer.',
    '[-Parks are good for people and everyone likes them.-]{+The soil report you commissioned found oil in the upper layer.+}',
  ],
  [
    'a small word between two changes goes with them',
    'We went up to the old red barn by the river yesterday.',
    'We went up a steep old blue barn by the river yesterday.',
    'We went up [-to the old red -]{+a steep old blue +}barn by the river yesterday.',
  ],
  [
    'spaces and line ends alone are no change',
    'One line.\nAnother  line.',
    'One line. Another line.',
    'One line. Another line.',
  ],
])('%s', (_what, earlier, later, wanted) => {
  expect(told(earlier, later)).toBe(wanted)
})

test('French words keep their apostrophes', () => {
  expect(told('Il était dans l’arbre du jardin.', 'Il était en haut de l’arbre du jardin.', 'fr')).toBe(
    'Il était [-dans -]{+en haut de +}l’arbre du jardin.',
  )
})

test('scripts without spaces are compared word by word too', () => {
  expect(told('公园里有很多花。', '公园里有很多红色的花。')).toBe('公园里有很多{+红色的+}花。')
})

const bits = fc.constantFrom('a', 'The river ', 'moved', ' ', '. ', '\n\n', '，', '花。', 'é', '"', '! ')
const anyText = fc.array(bits, { maxLength: 40 }).map((some) => some.join(''))
const squeezed = (text: string) => text.replaceAll(/\s+/g, '')

test('what stayed and what came are the new text, what stayed and what went the old one', () => {
  fc.assert(
    fc.property(anyText, anyText, (earlier, later) => {
      const { runs } = differenceOf(earlier, later, 'en')
      const joined = (gone: string) => runs.map(({ kind, text }) => (kind === gone ? '' : text)).join('')
      expect(joined('removed')).toBe(later)
      expect(squeezed(joined('added'))).toBe(squeezed(earlier))
    }),
  )
})

const long = (seed: number, marks = '. ') => {
  let state = seed
  const next = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  const words = Array.from({ length: 19_000 }, () => `w${next(4000)}${next(9) === 0 ? marks : ' '}`)
  return words.join('')
}

test.each([
  ['nothing in common', long(1), long(2)],
  ['one word changed everywhere', long(3), long(3).replaceAll('w17', 'changed')],
  ['half of it gone', long(4), long(4).slice(50_000)],
  ['one endless word', 'a'.repeat(100_000), 'b'.repeat(100_000)],
  ['no sentence anywhere', long(5, ' '), long(6, ' ')],
  ['a hundred thousand line ends', '\n'.repeat(100_000), `${'\n'.repeat(99_999)}x`],
])('100,000 characters, %s: it comes to an end and holds the new text', (_what, earlier, later) => {
  const { runs } = differenceOf(earlier, later, 'en')
  expect(
    runs
      .filter(({ kind }) => kind !== 'removed')
      .map(({ text }) => text)
      .join('') === later,
  ).toBe(true)
})

test('where words cannot be compared, it says so', () => {
  expect(differenceOf(long(5, ' '), long(6, ' '), 'en').coarse).toBe(true)
  expect(differenceOf('One word.', 'Two words.', 'en').coarse).toBe(false)
})
