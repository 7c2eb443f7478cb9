import { expect, test } from 'vitest'
import { addressOfCode, codeOrOther } from '../card.ts'
import { openSightings } from './sightings.ts'

test('a card that is held up shakily is told once, and again when it comes back', () => {
  const look = openSightings(undefined)
  expect(look(['a'], 0)).toBe('a')
  expect([look([], 150), look(['a'], 1_900), look([], 2_000), look(['a'], 3_800)]).toEqual(
    Array(4).fill(undefined),
  )
  expect(look(['a'], 6_000)).toBe('a')
})

test('of several the nearest; one that was told lets the next be told', () => {
  const look = openSightings(undefined)
  expect(look(['near', 'far'], 0)).toBe('near')
  expect(look(['near', 'far'], 150)).toBe('far')
})

test('what was put back a moment ago is not told while it is still held up', () => {
  const look = openSightings('a')
  expect(look(['a'], 5_000)).toBeUndefined()
  expect(look(['b', 'a'], 5_500)).toBe('b')
})

test('a slow answer does not let the same card, held up all the while, be told again', () => {
  const look = openSightings(undefined)
  expect(look(['a'], 0)).toBe('a')
  expect([look(['a', 'b'], 1_500, true), look(['a'], 3_000, true)]).toEqual([undefined, undefined])
  expect(look(['a', 'b'], 4_500)).toBe('b')
})

test('only a card’s own square is read as a card, also where another says eight letters', () => {
  const squares = [
    addressOfCode('https://cairn.example', 'BCDF2345'),
    'BCDF2345',
    'https://library.example/BCDF2345',
  ]
  expect(squares.map(codeOrOther)).toEqual(['BCDF2345', '', ''])
})
