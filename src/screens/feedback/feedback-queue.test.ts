import { expect, test } from 'vitest'
import { currentOf, leftOf, nextOf, openQueue, stepQueue, type Waiting } from './feedback-queue.ts'

function waiting(id: string): Waiting {
  const piece = { id: `piece of ${id}`, title: '', learner: { id: 'mika', name: 'Mika' } }
  return {
    iterationId: id,
    number: 1,
    madeAt: '2026-11-01T09:00:00Z',
    whatChanged: '',
    piece: {
      ...piece,
      grownAt: '2026-11-01T09:00:00Z',
      iterations: 1,
      cover: null,
      excerpt: '',
      audiences: [],
    },
  }
}

const three = ['a', 'b', 'c'].map(waiting)

test('giving goes on to the next and counts it as done', () => {
  const queue = stepQueue(openQueue(three, null), { kind: 'given', iterationId: 'a' })
  expect(queue.at).toBe('b')
  expect(leftOf(queue).map((one) => one.iterationId)).toEqual(['b', 'c'])
})

test('an answer that arrives after skipping moves nobody', () => {
  const skipped = stepQueue(openQueue(three, null), { kind: 'next' })
  expect(stepQueue(skipped, { kind: 'given', iterationId: 'a' }).at).toBe('b')
})

test('skipped ones are still there at the end and can be gone through again', () => {
  let queue = stepQueue(openQueue(three, 'c'), { kind: 'next' })
  expect(currentOf(queue)).toBeUndefined()
  queue = stepQueue(queue, { kind: 'again' })
  expect(queue.at).toBe('a')
})

test('back from the end is the last one, back from the first stays', () => {
  const end = stepQueue(openQueue(three, 'c'), { kind: 'given', iterationId: 'c' })
  expect(stepQueue(end, { kind: 'previous' }).at).toBe('c')
  expect(stepQueue(openQueue(three, null), { kind: 'previous' }).at).toBe('a')
})

test('next leaves out what is answered', () => {
  const queue = stepQueue(openQueue(three, 'b'), { kind: 'given', iterationId: 'b' })
  expect(nextOf(stepQueue(queue, { kind: 'previous' }))?.iterationId).toBe('c')
})

test('a fresh list keeps the order and the one being looked at', () => {
  const queue = stepQueue(openQueue(three, 'b'), { kind: 'arrived', items: [waiting('d'), waiting('c')] })
  expect(queue.items.map((one) => one.iterationId)).toEqual(['b', 'c', 'd'])
  expect(queue.at).toBe('b')
})
