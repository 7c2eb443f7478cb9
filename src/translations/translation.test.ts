import { expect, test } from 'vitest'
import { directionOf, isLanguage, nameOfLanguage } from './translation.ts'

test('a language is called by its own name and set from its own side', () => {
  expect(
    ['pa', 'es', 'ar', 'fa', 'zh-Hans', 'xx'].map((code) => [nameOfLanguage(code), directionOf(code)]),
  ).toEqual([
    ['ਪੰਜਾਬੀ', 'ltr'],
    ['Español', 'ltr'],
    ['العربية', 'rtl'],
    ['فارسی', 'rtl'],
    ['简体中文', 'ltr'],
    ['Xx', 'ltr'],
  ])
})

test.each([
  ['tl', true],
  ['pt-BR', true],
  ['<b>', false],
  ['en"', false],
  ['', false],
  ['x'.repeat(40), false],
])('%j: %s', (code, fine) => expect(isLanguage(code)).toBe(fine))
