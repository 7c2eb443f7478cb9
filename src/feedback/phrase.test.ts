import { expect, test } from 'vitest'
import { joinPhrases, movePhrase, tidyPhrases } from './phrase.ts'

test('a phrase is something said, and stands once', () => {
  expect(tidyPhrases(['  Show me how. ', '', '  ', 'Show me how.', 'Why?'])).toEqual(['Show me how.', 'Why?'])
})

test('phrases change places and never get lost on the way', () => {
  expect(movePhrase(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(movePhrase(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(movePhrase(['a'], 0, 1)).toEqual(['a'])
  expect(movePhrase(['a'], 3, 0)).toEqual(['a'])
})

test('two lists that were changed apart are put together without losing or doubling a phrase', () => {
  expect(joinPhrases(['Show me how.', 'Why?'], ['Why? ', '', 'What next?'])).toEqual([
    'Show me how.',
    'Why?',
    'What next?',
  ])
})
