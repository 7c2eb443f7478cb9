import { expect, test } from 'vitest'
import { allAbove, type Branch, growTree, type Leaf, withAllBelow } from './framework-tree.ts'

const leaf = (id: string, ...parents: string[]): Leaf => ({ id, parents })
const told = (tree: Branch<Leaf>[]): string =>
  tree
    .map(
      ({ item, children, again }) =>
        `${item.id}${again ? '*' : ''}${children.length ? `(${told(children)})` : ''}`,
    )
    .join(' ')

test('items stand below their parents, in reading order', () => {
  expect(told(growTree([leaf('a'), leaf('b', 'a'), leaf('c', 'b'), leaf('d', 'a'), leaf('e')]))).toBe(
    'a(b(c) d) e',
  )
})

test('an item with several parents stands below each, and opens once', () => {
  expect(told(growTree([leaf('a'), leaf('b'), leaf('c', 'a', 'b'), leaf('d', 'c')]))).toBe('a(c(d)) b(c*)')
})

test('circles, parents that are elsewhere and an item below itself lose nothing and end', () => {
  const items = [leaf('a', 'b'), leaf('b', 'a'), leaf('c', 'elsewhere'), leaf('d', 'd')]
  expect(told(growTree(items))).toBe('c a(b(a*)) d(d*)')
})

test('where an item cannot be moved: to itself and below itself', () => {
  expect([...withAllBelow([leaf('a'), leaf('b', 'a'), leaf('c', 'b'), leaf('d')], 'a')]).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('what stands above an item, also in circles', () => {
  const items = [leaf('a'), leaf('b', 'a'), leaf('c', 'b', 'x'), leaf('y', 'z'), leaf('z', 'y')]
  expect([...allAbove(items, 'c')]).toEqual(['b', 'a'])
  expect([...allAbove(items, 'y')]).toEqual(['z', 'y'])
})
