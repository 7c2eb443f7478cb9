import { expect, test } from 'vitest'
import { draftOfPack } from '../competencies/pack.ts'
import { figuresOf, glowAt, inLines, layOut, momentsOf, nextStar } from './constellation.ts'

const day = (date: string) => ({ at: `${date}T12:00:00Z` })
const on = (date: string) => Date.parse(`${date}T12:00:00Z`)

function starsOf(pack: string) {
  const draft = draftOfPack(pack)
  const below = new Map(draft?.ties.map(({ origin, destination }) => [origin, destination]))
  return (draft?.competencies ?? []).map(({ identifier: id }) => ({ id, parents: [below.get(id) ?? ''] }))
}

test('BC’s competencies are seven figures in three regions; a flat profile is one', () => {
  const figures = figuresOf(starsOf('bc/core-competencies'))
  expect(figures.map(({ stars }) => stars.length)).toEqual([3, 3, 3, 4, 3, 3, 4])
  expect(new Set(figures.map(({ region }) => region?.id)).size).toBe(3)
  expect(figures[1]?.hub?.id).toBe('bc/core-competencies/collaborating')
  expect(figuresOf(starsOf('spokane/graduate-profile'))).toMatchObject([
    { hub: undefined, region: undefined, stars: { length: 6 } },
  ])
  expect(figuresOf([])).toEqual([])
})

test('parents that lead in a circle draw what they can and come to an end', () => {
  const stars = [
    { id: 'a', parents: ['b'] },
    { id: 'b', parents: ['a'] },
    { id: 'c', parents: ['a'] },
  ]
  expect(figuresOf(stars).flatMap((figure) => figure.stars.map(({ id }) => id))).toEqual(['c'])
})

test('a star brightens with what there is, fades with time and never goes out', () => {
  const now = on('2026-11-24')
  expect(glowAt([], now)).toBe('dim')
  expect(glowAt([day('2026-12-01')], now)).toBe('dim')
  expect(glowAt([day('2026-11-20')], now)).toBe('first')
  expect(glowAt([day('2026-11-20'), day('2026-11-01')], now)).toBe('lit')
  expect(
    glowAt(
      [1, 2, 3, 4].map((at) => day(`2026-11-0${at}`)),
      now,
    ),
  ).toBe('bright')
  expect(
    glowAt(
      [1, 2, 3, 4].map((at) => day(`2019-11-0${at}`)),
      now,
    ),
  ).toBe('first')
})

test('time runs by months from the September before the first light until now', () => {
  const now = new Date('2026-11-24T18:00:00Z')
  const moments = momentsOf([], now)
  expect(moments).toHaveLength(3)
  expect(moments.at(-1)).toBe(now.getTime())
  expect(momentsOf([day('2026-03-01')], now)).toHaveLength(15)
  expect(momentsOf([], new Date('2026-09-01T00:00:00Z'))).toHaveLength(1)
})

test.each([328, 390, 700, 1100])('in %i pixels every star has its place, and no two share one', (width) => {
  const figures = figuresOf(starsOf('bc/core-competencies'))
  const { drawn, height } = layOut(figures, width)
  const places = drawn.flatMap((one) =>
    one.places.map(({ id, x, y }) => ({ id, x: one.x + x, y: one.y + y })),
  )
  expect(places).toHaveLength(30)
  for (const { x, y } of places) {
    expect(x).toBeGreaterThan(20)
    expect(x).toBeLessThan(width - 20)
    expect(y).toBeLessThan(height - 40)
  }
  for (const one of places)
    for (const other of places)
      if (one.id < other.id) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(44)
  expect(layOut(figures, width)).toEqual({ drawn, height })
})

test('the arrow keys lead to the nearest star that way, and stay where there is none', () => {
  const places = [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 100, y: 10 },
    { id: 'c', x: 90, y: 200 },
  ]
  expect(nextStar(places, 'a', 'right')).toBe('b')
  expect(nextStar(places, 'b', 'down')).toBe('c')
  expect(nextStar(places, 'c', 'up')).toBe('b')
  expect(nextStar(places, 'a', 'left')).toBe('a')
  expect(nextStar(places, 'gone', 'left')).toBe('a')
})

test('a long name stands below its star in short lines, a word stays whole', () => {
  expect(inLines('Contributing to community and caring', 18)).toEqual([
    'Contributing to',
    'community and',
    'caring',
  ])
  expect(inLines('Donaudampfschifffahrtsgesellschaft', 10)).toEqual(['Donaudampfschifffahrtsgesellschaft'])
})
