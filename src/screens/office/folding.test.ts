import { expect, test } from 'vitest'
import { isFolded } from './folding.ts'

test('three schools are read at a glance, and the fourth makes a line of each', () => {
  expect([0, 1, 3, 4, 12].map(isFolded)).toEqual([false, false, false, true, true])
})
