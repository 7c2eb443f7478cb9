import { expect, test } from 'vitest'
import { chooseLocale, compileWords, locales, readWords, sayIn } from './words.ts'

test('both languages say the same things', () => {
  expect(Object.keys(readWords('fr')).sort()).toEqual(Object.keys(readWords('en')).sort())
})

test('every sentence can be read', () => {
  for (const locale of locales) expect(() => compileWords(locale)).not.toThrow()
})

test('both languages ask for the same values', () => {
  const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort()
  const french = readWords('fr')
  for (const [key, sentence] of Object.entries(readWords('en'))) {
    expect(new Set(names(french[key] ?? '')), key).toEqual(new Set(names(sentence)))
  }
})

test('a sentence is said with its values, in the language asked for', () => {
  expect(sayIn('en', 'ui.attempt-number', { number: 3 })).toBe('Attempt 3')
  expect(sayIn('fr', 'ui.attempt-number', { number: 3 })).toBe('Essai 3')
})

test('the first language we speak is chosen', () => {
  expect(chooseLocale('de-DE, fr-CA;q=0.8, en;q=0.5')).toBe('fr')
  expect(chooseLocale('ar')).toBe('en')
  expect(chooseLocale(undefined)).toBe('en')
})
