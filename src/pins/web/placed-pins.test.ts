import { expect, test } from 'vitest'
import type { Pin } from '../pin.ts'
import type { PinTarget } from './pin-board.tsx'
import { cutWords, placePins } from './placed-pins.ts'

type Part = PinTarget['iteration']['parts'][number]

const text = (words: string): Part => ({ kind: 'text', text: words })
const picture = (id: string) => ({ kind: 'media', media: { id }, caption: '', alt: '' }) as Part
const attempt = (revision: number, ...parts: Part[]) => ({ id: 'attempt', revision, parts })
const given = (id: string, pin: Pin | null, iterationId = 'attempt') => ({
  id,
  iterationId,
  pin,
  givenBy: { name: 'Ms. Rivera' },
})
const spot = (mediaId: string, revision = 1, position = 0): Pin => ({
  kind: 'spot',
  revision,
  position,
  mediaId,
  area: { x: 0.5, y: 0.5, width: 0, height: 0 },
})
const words = (quote: string, start: number, revision = 1, position = 0): Pin => ({
  kind: 'words',
  revision,
  position,
  quote,
  start,
})

test('pins are numbered in the order they were placed, and the one being written comes last', () => {
  const feedback = [given('a', spot('wing')), given('b', null), given('c', spot('wing'), 'another')]
  const pins = placePins(feedback, attempt(1, picture('wing')), spot('wing'))
  expect(pins.map(({ id, number, position }) => [id, number, position])).toEqual([
    ['a', 1, 0],
    ['draft', 2, 0],
  ])
})

test('after an edit a pin stays with the picture it was placed on, wherever that went', () => {
  const [pin] = placePins([given('a', spot('wing'))], attempt(2, text('New words'), picture('wing')))
  expect([pin?.position, pin?.earlier]).toEqual([1, true])
})

test('a pin on what the attempt no longer holds stands nowhere', () => {
  const feedback = [given('a', spot('wing')), given('b', words('never was', 0))]
  const pins = placePins(feedback, attempt(2, text('Other words'), picture('tail')))
  expect(pins.map(({ position }) => position)).toEqual([undefined, undefined])
})

test('words are marked where they stand today', () => {
  const [pin] = placePins(
    [given('a', words('ice sings', 4))],
    attempt(2, text('When it is new the ice sings.')),
  )
  expect(pin?.span).toEqual({ start: 19, end: 28 })
})

test('a run of words is cut at the ends of what is marked, and put together again it is the same', () => {
  const pins = placePins(
    [given('a', words('two three', 4)), given('b', words('three four', 8))],
    attempt(1, text('one two three four five')),
  )
  const cut = cutWords('one two three four five', 0, pins)
  expect(cut.map((one) => [one.words, one.marked.length, one.ends.map(({ id }) => id)])).toEqual([
    ['one ', 0, []],
    ['two ', 1, []],
    ['three', 2, ['a']],
    [' four', 1, ['b']],
    [' five', 0, []],
  ])
  expect(cut.map((one) => one.words).join('')).toBe('one two three four five')
})

test('words that reach over two runs are marked in both and end in the second', () => {
  const pins = placePins([given('a', words('two three', 4))], attempt(1, text('one two three')))
  expect(cutWords('one two', 0, pins).flatMap(({ ends }) => ends)).toEqual([])
  expect(cutWords(' three', 7, pins).flatMap(({ ends }) => ends.map(({ id }) => id))).toEqual(['a'])
})
