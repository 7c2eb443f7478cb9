import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote, holdsQuote, pointsAt, readTime, sayTime, whereabouts } from './pin.ts'

const at = { revision: 1, position: 0 }
const area = { x: 0.1, y: 0.1, width: 0, height: 0 }

test('a pin points only at what can hold it, and names the file that stands there', () => {
  const picture = { kind: 'media', mediaId: 'wings', mediaKind: 'picture', text: null }
  const spot = { kind: 'spot' as const, ...at, mediaId: 'wings', area }
  expect(pointsAt(spot, picture)).toBe(true)
  expect(pointsAt({ ...spot, mediaId: 'another' }, picture)).toBe(false)
  expect(pointsAt(spot, { ...picture, mediaKind: 'audio' })).toBe(false)
  expect(pointsAt(spot, { kind: 'text', mediaId: null, mediaKind: null, text: 'wings' })).toBe(false)
  const moment = { kind: 'moment' as const, ...at, mediaId: 'wings', from: 3, to: null }
  expect(pointsAt(moment, { ...picture, mediaKind: 'video' })).toBe(true)
  expect(pointsAt(moment, picture)).toBe(false)
  const page = { kind: 'page' as const, ...at, mediaId: 'wings', page: 2, area: null }
  expect(pointsAt(page, { ...picture, mediaKind: 'document' })).toBe(true)
  // still with the worker: what it is will be known later
  expect(pointsAt(page, { ...picture, mediaKind: null })).toBe(true)
})

test('quoted words must stand in the text, however it is marked up between them', () => {
  expect(holdsQuote('The **river** went\n\nslow like a cat.', 'river went slow')).toBe(true)
  expect(holdsQuote('The river went.', 'the sea')).toBe(false)
  expect(holdsQuote('anything', ' . ')).toBe(false)
  expect(holdsQuote('Où est 🦋 ?', '🦋')).toBe(true)
})

test('words are found where they stand today, the nearest to where they stood, or nowhere', () => {
  const text = 'so it was. And so it was.'
  expect(findQuote(text, { quote: 'so it was', start: 0 })).toEqual({ start: 0, end: 9 })
  expect(findQuote(text, { quote: 'so it was', start: 18 })).toEqual({ start: 15, end: 24 })
  expect(findQuote(text, { quote: 'was not', start: 0 })).toBeUndefined()
})

test('found words are always the quoted ones', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.string(),
      fc.nat(40),
      (before, quote, after, start) => {
        const text = before + quote + after
        const found = findQuote(text, { quote, start })
        expect(found && text.slice(found.start, found.end)).toBe(quote)
      },
    ),
  )
})

test.each([
  [
    { x: 0.05, y: 0.05 },
    { across: 'start', down: 'start', nearMiddle: false },
  ],
  [
    { x: 0.32, y: 0.32 },
    { across: 'start', down: 'start', nearMiddle: true },
  ],
  [
    { x: 0.5, y: 0.5 },
    { across: 'middle', down: 'middle', nearMiddle: false },
  ],
  [
    { x: 0.5, y: 0.95 },
    { across: 'middle', down: 'end', nearMiddle: false },
  ],
  [
    { x: 0.9, y: 0.5 },
    { across: 'end', down: 'middle', nearMiddle: false },
  ],
] as const)('where a mark is can be said: %o', (place, said) => {
  expect(whereabouts({ ...place, width: 0, height: 0 })).toEqual(said)
})

test('a region is where its middle is', () => {
  expect(whereabouts({ x: 0, y: 0.7, width: 1, height: 0.3 })).toMatchObject({
    across: 'middle',
    down: 'end',
  })
})

test('times are said as players say them', () => {
  expect([0, 9.9, 65, 3725].map(sayTime)).toEqual(['0:00', '0:09', '1:05', '1:02:05'])
})

test('times are read as people type them, and nothing else is', () => {
  expect(['1:05', '65', '0:01.5', '1,5', '1:00:00'].map(readTime)).toEqual([65, 65, 1.5, 1.5, 3600])
  expect(['', 'soon', '-1', '1:2:3:4', '99:00:00', '1:'].map(readTime)).toEqual(Array(6).fill(undefined))
})
