import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childOf, circles, plainWords, readingOrder } from './framework.ts'
import { draftOfPack, packNames } from './pack.ts'

const item = (identifier: string) => ({ identifier, statement: identifier })
const below = (origin: string, destination: string, sequence?: number) => ({
  identifier: `${origin} ${destination}`,
  kind: childOf,
  origin,
  destination,
  sequence,
})

test('parents are read before their children, and children in their sequence', () => {
  const draft = {
    competencies: ['b2', 'b1', 'a', 'b', 'c'].map(item),
    ties: [
      below('a', 'F', 1),
      below('b', 'F', 2),
      below('c', 'F', 3),
      below('b2', 'b', 2),
      below('b1', 'b', 1),
    ],
  }
  expect(readingOrder(draft)).toEqual(['a', 'b', 'b1', 'b2', 'c'])
})

test('an item below two parents is read once; what only its own circle leads to is read last', () => {
  const draft = {
    competencies: ['x', 'y', 'a', 'b', 'shared'].map(item),
    ties: [below('x', 'y'), below('y', 'x'), below('shared', 'a'), below('shared', 'b')],
  }
  expect(readingOrder(draft)).toEqual(['a', 'shared', 'b', 'x', 'y'])
  expect(circles(draft)).toEqual(['x', 'y'])
})

test('whatever the ties, every item is read exactly once, and a tree has no circle', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(names, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }), (identifiers, pairs) => {
      const competencies = identifiers.map(item)
      const at = (place: number) => identifiers[place % identifiers.length] ?? ''
      const ties = pairs.map(([one, other]) => below(at(one), at(other)))
      expect(readingOrder({ competencies, ties }).toSorted()).toEqual(identifiers.toSorted())
      const upwards = ties.filter(
        (tie) => identifiers.indexOf(tie.origin) > identifiers.indexOf(tie.destination),
      )
      expect(circles({ competencies, ties: upwards })).toEqual([])
    }),
  )
})

test('words are searched without capitals, accents and signs', () => {
  expect(plainWords('  Évaluer, DÉVELOPPER — l’idée ', 'H.A.MATH.GM', undefined, '')).toBe(
    'evaluer developper l idee h.a.math.gm',
  )
})

test('the BC pack has the 3 competencies, 7 sub-competencies and 23 facets of the Ministry, in both languages', () => {
  const draft = draftOfPack('bc/core-competencies')
  const kinds = Map.groupBy(draft?.competencies ?? [], ({ kind }) => kind)
  expect([...kinds].map(([kind, items]) => [kind, items.length])).toEqual([
    ['competency', 3],
    ['sub-competency', 7],
    ['facet', 23],
  ])
  expect(draft?.judgedBy).toBe('learner')
  expect(kinds.get('sub-competency')?.map(({ statement }) => statement)).toEqual([
    'Communicating',
    'Collaborating',
    'Creative Thinking',
    'Critical and Reflective Thinking',
    'Personal Awareness and Responsibility',
    'Positive Personal and Cultural Identity',
    'Social Awareness and Responsibility',
  ])
})

test.each(packNames)('%s is a whole tree, with every word in English and French', (name) => {
  const draft = draftOfPack(name)
  if (!draft) throw new Error('no such pack')
  const identifiers = draft.competencies.map(({ identifier }) => identifier)
  expect(new Set(identifiers).size).toBe(identifiers.length)
  expect(circles(draft)).toEqual([])
  for (const tie of draft.ties) expect([name, ...identifiers]).toContain(tie.destination)
  for (const one of draft.competencies) {
    expect([
      one.statement,
      one.notes,
      one.translations?.['fr']?.statement,
      one.translations?.['fr']?.notes,
    ]).not.toContain('')
  }
})
