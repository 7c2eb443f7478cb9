import { expect, test } from 'vitest'
import {
  addSection,
  type Draft,
  emptyDraft,
  moveChoice,
  moveSection,
  newChoice,
  placeChoice,
  removeChoice,
  removeSection,
} from './draft.ts'

const section = (id: string, ...choices: string[]) => ({
  id,
  title: id,
  belongs: '',
  choices: choices.map((one) => newChoice(one, { id: one, title: one })),
})
const draft: Draft = { ...emptyDraft, cover: 'b', sections: [section('one', 'a', 'b'), section('two', 'c')] }
const order = ({ sections }: Draft) =>
  sections.map(({ id, choices }) => `${id}: ${choices.map((one) => one.id).join(' ')}`)

test('work moves by one, and past the end of its section into the next', () => {
  expect(order(moveChoice(draft, 'b', -1))).toEqual(['one: b a', 'two: c'])
  expect(order(moveChoice(draft, 'b', 1))).toEqual(['one: a', 'two: b c'])
  expect(order(moveChoice(draft, 'c', -1))).toEqual(['one: a b c', 'two: '])
  expect(order(moveChoice(draft, 'a', -1))).toEqual(order(draft))
  expect(order(moveChoice(draft, 'c', 1))).toEqual(order(draft))
})

test('dropped, it stands where it was let go', () => {
  expect(order(placeChoice(draft, 'a', 'one', 2))).toEqual(['one: b a', 'two: c'])
  expect(order(placeChoice(draft, 'c', 'one', 1))).toEqual(['one: a c b', 'two: '])
  expect(order(placeChoice(draft, 'a', 'nowhere', 0))).toEqual(order(draft))
})

test('removing a heading keeps the work, and the last heading stays', () => {
  expect(order(removeSection(draft, 'two'))).toEqual(['one: a b c'])
  expect(order(removeSection(draft, 'one'))).toEqual(['two: c a b'])
  expect(order(removeSection(removeSection(draft, 'one'), 'two'))).toEqual(['two: c a b'])
})

test('sections change places, and a removed choice takes the cover with it', () => {
  expect(order(moveSection(draft, 'two', -1))).toEqual(['two: c', 'one: a b'])
  expect(order(addSection(draft, section('three')))).toHaveLength(3)
  expect(removeChoice(draft, 'b').cover).toBeUndefined()
  expect(removeChoice(draft, 'a').cover).toBe('b')
})
