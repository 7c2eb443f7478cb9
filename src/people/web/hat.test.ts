import { expect, test } from 'vitest'
import { chooseHat, hatOfPlace, sortHats } from './hat.ts'

test('a person with one hat wears it', () => {
  expect(chooseHat(['guardian'], null)).toBe('guardian')
})

test('a teacher who is also a guardian begins with the class', () => {
  expect(chooseHat(['guardian', 'teacher'], null)).toBe('teacher')
})

test('the hat last worn here is worn again', () => {
  expect(chooseHat(['teacher', 'guardian'], 'guardian')).toBe('guardian')
})

test('a hat that is no longer theirs is left', () => {
  expect(chooseHat(['guardian'], 'teacher')).toBe('guardian')
  expect(chooseHat(['guardian'], 'director')).toBe('guardian')
})

test('a person whose ties have all ended is shown no class', () => {
  expect(chooseHat([], 'teacher')).toBe('guardian')
})

test('a screen of one hat says which; shared screens say nothing', () => {
  expect(hatOfPlace('/family')).toBe('guardian')
  expect(hatOfPlace('/classes/1/feedback')).toBe('teacher')
  expect(hatOfPlace('/today')).toBe('teacher')
  expect(hatOfPlace('/familytree')).toBeUndefined()
  expect(hatOfPlace('/learners/1')).toBeUndefined()
})

test('hats are offered in one order', () => {
  expect(sortHats(['guardian', 'office', 'teacher'])).toEqual(['teacher', 'office', 'guardian'])
})
