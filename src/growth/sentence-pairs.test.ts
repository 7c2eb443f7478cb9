import { expect, test } from 'vitest'
import { likeness, pairSentences } from './sentence-pairs.ts'

const sentence = (text: string) => ({ text, words: text.toLowerCase().match(/\p{L}+/gu) ?? [] })
const pairs = (before: string[], after: string[]) =>
  pairSentences(before.map(sentence), after.map(sentence)).map((pair) => [
    pair.before?.text,
    pair.after?.text,
  ])

test('a sentence finds the one it became, past one that is new', () => {
  expect(
    pairs(['The river moved at night.'], ['Nobody slept.', 'The wide river moved slowly at night.']),
  ).toEqual([
    [undefined, 'Nobody slept.'],
    ['The river moved at night.', 'The wide river moved slowly at night.'],
  ])
})

test('sentences with little in common stay apart', () => {
  expect(pairs(['I like cats.'], ['The soil report says otherwise.'])).toEqual([
    ['I like cats.', undefined],
    [undefined, 'The soil report says otherwise.'],
  ])
})

test('more sentences than can be tried one by one stay apart, and none is lost', () => {
  const many = Array.from({ length: 200 }, (_, at) => `The river number ${at} moved.`)
  expect(pairs(many, many.slice(0, 150))).toHaveLength(350)
})

test('likeness is the share of common words', () => {
  expect(likeness(sentence('a b c d'), sentence('a b x y'))).toBe(0.5)
  expect(likeness(sentence('a a'), sentence('a'))).toBeCloseTo(2 / 3)
  expect(likeness(sentence(''), undefined)).toBe(0)
})
