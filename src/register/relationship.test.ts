import { expect, test } from 'vitest'
import { kinOf } from './relationship.ts'

test.each([
  ['mother', 'mother'],
  ['Mère', 'mother'],
  [' GRAND-PÈRE ', 'grandfather'],
  ["mère  d'accueil", 'foster-mother'],
  ['godmother of his brother', undefined],
  ['', undefined],
])('%j is %s', (typed, kin) => expect(kinOf(typed)).toBe(kin))
