import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { expect, test } from 'vitest'
import { isLocale, localeAfter, localeNames, locales } from './locales.ts'
import { chooseLocale, compileWords, readOwnWords, readWords, sayIn, wordModules } from './words.ts'

test('both languages say the same things', () => {
  const own = wordModules.flatMap((module) => Object.keys(readOwnWords('fr', module)))
  expect(own.sort()).toEqual(Object.keys(readWords('en')).sort())
})

test('a language that is not complete says the rest in the first one, file by file and sentence by sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-words-'))
  const write = (locale: string, module: string, words: object) => {
    mkdirSync(join(folder, locale), { recursive: true })
    writeFileSync(join(folder, locale, `${module}.json`), JSON.stringify(words))
  }
  write('en', 'ui', { 'ui.save': 'Save', 'ui.close': 'Close', 'ui.open': 'Open' })
  write('en', 'goals', { 'goals.new': 'New goal' })
  write('fr', 'ui', { 'ui.save': 'Garder', 'ui.close': '' })
  const from = pathToFileURL(`${folder}/`)
  expect(readWords('fr', ['ui', 'goals'], from)).toEqual({
    'ui.save': 'Garder',
    'ui.close': 'Close',
    'ui.open': 'Open',
    'goals.new': 'New goal',
  })
  expect(readWords('en', ['ui'], from)['ui.save']).toBe('Save')
  rmSync(folder, { recursive: true })
})

test('each language is named in its own words, and each page leads on to the next', () => {
  expect(Object.keys(localeNames)).toEqual([...locales])
  expect(locales.map(localeAfter).toSorted()).toEqual([...locales].toSorted())
  expect([isLocale('fr'), isLocale('de'), isLocale(null)]).toEqual([true, false, false])
})

test('every sentence can be read', () => {
  for (const locale of locales) expect(() => compileWords(locale)).not.toThrow()
})

test('both languages ask for the same values', () => {
  const french = readWords('fr')
  for (const [key, sentence] of Object.entries(readWords('en'))) {
    expect(new Set(valuesIn(french[key] ?? '')), key).toEqual(new Set(valuesIn(sentence)))
  }
})

/** The names of the values a sentence asks for, those within its cases too. */
function valuesIn(sentence: string): string[] {
  const inside = (part: unknown): string[] => {
    if (!Array.isArray(part)) return []
    const [name, , cases] = part
    const deeper = typeof cases === 'object' && cases !== null ? Object.values(cases) : []
    return [String(name), ...deeper.flatMap(within)]
  }
  const within = (message: unknown): string[] => (Array.isArray(message) ? message.flatMap(inside) : [])
  return within(compileMessageOrThrow(sentence))
}

test('a sentence is said with its values, in the language asked for', () => {
  expect(sayIn('en', 'ui.attempt-number', { number: 3 })).toBe('Attempt 3')
  expect(sayIn('fr', 'ui.attempt-number', { number: 3 })).toBe('Essai 3')
})

test('the first language we speak is chosen', () => {
  expect(chooseLocale('de-DE, fr-CA;q=0.8, en;q=0.5')).toBe('fr')
  expect(chooseLocale('ar')).toBe('en')
  expect(chooseLocale(undefined)).toBe('en')
})
