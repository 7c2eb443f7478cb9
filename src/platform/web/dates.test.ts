import { expect, test } from 'vitest'
import { sayDateIn, sayListIn } from './dates.ts'

const now = new Date('2026-10-16T12:00')
const day = (near: 'today' | 'yesterday') => near

test('a day of this year is said without its year', () => {
  expect(sayDateIn('en', '2026-10-13', 'day', now, day)).toBe('Tuesday 13 October')
  expect(sayDateIn('fr', '2026-10-01', 'day', now, day)).toBe('jeudi 1er octobre')
})

test('a day of long ago is said with its year', () => {
  expect(sayDateIn('en', '2024-10-14', 'day', now, day)).toBe('Monday 14 October 2024')
})

test('only today and yesterday are relative', () => {
  expect(sayDateIn('en', '2026-10-16', 'day', now, day)).toBe('today')
  expect(sayDateIn('en', '2026-10-15', 'day', now, day)).toBe('yesterday')
  expect(sayDateIn('en', '2026-10-14', 'day', now, day)).toBe('Wednesday 14 October')
})

test('a list ends as the language ends it', () => {
  expect(sayListIn('fr', ['vous', 'Mme R.', 'votre famille'])).toBe('vous, Mme R. et votre famille')
})
