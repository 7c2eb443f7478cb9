import { expect, test } from 'vitest'
import { readPhrases } from './phrases.ts'

test('phrases are lines with something in them', () => {
  expect(readPhrases('  What did you try first?\n\n  \nShow me how. ')).toEqual([
    'What did you try first?',
    'Show me how.',
  ])
})
