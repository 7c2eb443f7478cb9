import { expect, test } from 'vitest'
import { tokensOf } from './timeline.ts'

test.each([
  ['Zoë’s Butterfly', ['zoe', 'butterfly']],
  ['l’œuf d’été', ['oeuf', 'ete']],
  ['a', ['a']],
  ['x & (y | !z)', ['x', 'y', 'z']],
  ['3 ponts', ['3', 'ponts']],
  ["'); drop table person; --", ['drop', 'table', 'person']],
  ['pont PONT Pont', ['pont']],
  ['  ', []],
])('%s is looked for as %j', (words, tokens) => {
  expect(tokensOf(words)).toEqual(tokens)
})

test('what is looked for is bounded', () => {
  expect(tokensOf('one two three four five six seven eight nine ten')).toHaveLength(8)
})
