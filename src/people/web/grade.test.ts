import { expect, test } from 'vitest'
import { bareGrade } from './grade.ts'

test.each([
  ['04', '4'],
  ['4', '4'],
  ['10', '10'],
  ['00', '0'],
  [' kg ', 'KG'],
])('the roster’s "%s" is %s', (written, said) => {
  expect(bareGrade(written)).toBe(said)
})
