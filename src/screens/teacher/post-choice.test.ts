import { expect, test } from 'vitest'
import { chooseAll, chosenPieces, type PostChoice, toggleAudience, toggleLearner } from './post-choice.ts'
import type { PlaceLearner } from './taught-place.ts'

const learners: PlaceLearner[] = ['mika', 'noor'].map((id) => ({
  id,
  name: id,
  givenName: id,
  grade: '4',
  joinedOn: '2026-09-08',
}))
const empty: PostChoice = { id: 'post', audiences: ['family'], learners: [] }

function counter() {
  let made = 0
  return () => `id-${(made += 1)}`
}

test('a learner is taken with ids of their own and let go again', () => {
  const taken = toggleLearner(empty, 'mika', counter())
  expect(taken.learners).toEqual([{ learnerId: 'mika', id: 'id-1', iterationId: 'id-2' }])
  expect(toggleLearner(taken, 'mika', counter()).learners).toEqual([])
})

test('choosing all keeps the ids of those already chosen', () => {
  const newId = counter()
  const taken = toggleLearner(empty, 'noor', newId)
  const all = chooseAll(taken, learners, newId)
  expect(all.learners.map((one) => one.learnerId)).toEqual(['mika', 'noor'])
  expect(all.learners[1]).toEqual(taken.learners[0])
})

test('whoever has left the class since the draft is not posted for', () => {
  const taken = toggleLearner(toggleLearner(empty, 'mika', counter()), 'gone', counter())
  expect(chosenPieces(taken, learners).map((one) => one.learnerId)).toEqual(['mika'])
})

test('an audience is added and taken away', () => {
  const both = toggleAudience(empty, 'class')
  expect(both.audiences).toEqual(['family', 'class'])
  expect(toggleAudience(both, 'family').audiences).toEqual(['class'])
})
