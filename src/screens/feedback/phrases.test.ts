import { expect, test } from 'vitest'
import { joinPhrases } from './phrases.ts'

test('two lists that were changed apart are put together without losing or doubling a phrase', () => {
  expect(joinPhrases(['Show me how.', 'Why?'], ['Why? ', '', 'What next?'])).toEqual([
    'Show me how.',
    'Why?',
    'What next?',
  ])
})
