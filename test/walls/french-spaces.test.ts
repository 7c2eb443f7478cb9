import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { looseSpace } from './french-spaces.ts'

const folder = join(import.meta.dirname, '../../words/fr')

test('spaces before signs and inside quotation marks are those of Canadian French, in every sentence', () => {
  const loose = readdirSync(folder).flatMap((file) => {
    const sentences = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>
    return Object.entries(sentences).flatMap(([key, sentence]) => {
      const place = looseSpace(sentence)
      return place === undefined ? [] : [`words/fr/${file} "${key}": …${place}…`]
    })
  })
  expect(loose).toEqual([])
})

test('an apostrophe is the round one, in every sentence', () => {
  const straight = readdirSync(folder).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes("'"),
  )
  expect(straight).toEqual([])
})

test.each([
  ['Où es-tu ?', true],
  ['Où es-tu\u{a0}?', true],
  ['Attends une minute\u{202f}; puis réessaie', true],
  ['Encore : 3', true],
  ['« Ours »', true],
  ['Où es-tu? Attends; encore\u{a0}: «\u{a0}Ours\u{a0}»!', false],
  ['À 18:30', false],
])('%j', (sentence, loose) => {
  expect(looseSpace(sentence) !== undefined).toBe(loose)
})
