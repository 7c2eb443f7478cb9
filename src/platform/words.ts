import { readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'

/** The languages every sentence exists in. */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

/** One file of sentences per module, in `words/<locale>/<module>.json`. */
export const wordModules = [
  'ui',
  'outbox',
  'access',
  'people',
  'schools',
  'spaces',
  'media',
  'recordings',
  'writing',
  'drawings',
  'work',
  'growth',
  'critiques',
  'reflections',
  'feedback',
  'activities',
  'library',
  'goals',
  'learner',
  'teacher',
  'family',
  'office',
  'sign-in',
  'demo',
  'piece',
  'account',
  'device',
  'errors',
] as const

type WordModule = (typeof wordModules)[number]

/**
 * Sentences that no screen needs which people open first (home, capture, signing in). They are fetched right
 * after those, and a screen that says one of them waits for it.
 */
const saidLater: readonly WordModule[] = [
  'growth',
  'drawings',
  'critiques',
  'reflections',
  'activities',
  'library',
  'goals',
  'teacher',
  'family',
  'office',
  'spaces',
  'piece',
  'account',
  'device',
]

export const firstWords = wordModules.filter((module) => !saidLater.includes(module))
export const laterWords = wordModules.filter((module) => saidLater.includes(module))

const folder = new URL('../../words/', import.meta.url)
const compiled = new Map<Locale, ReturnType<typeof setupI18n>>()

export function wordFile(locale: Locale, module: string): URL {
  return new URL(`${locale}/${module}.json`, folder)
}

/** Every sentence of a language as it was written, before compiling. */
export function readWords(
  locale: Locale,
  modules: readonly WordModule[] = wordModules,
): Record<string, string> {
  const words: Record<string, string> = {}
  for (const module of modules) {
    Object.assign(words, JSON.parse(readFileSync(wordFile(locale, module), 'utf8')))
  }
  return words
}

/** Every sentence of a language, parsed, so that whoever says it needs no parser. */
export function compileWords(
  locale: Locale,
  modules: readonly WordModule[] = wordModules,
): Record<string, CompiledMessage> {
  const entries = Object.entries(readWords(locale, modules))
  return Object.fromEntries(entries.map(([key, sentence]) => [key, compileSentence(key, sentence)]))
}

/** Says a sentence on the server: error sentences, letters, pages without JavaScript. */
export function sayIn(locale: Locale, key: string, values: Record<string, unknown> = {}): string {
  return speaker(locale)._(key, values)
}

/** The language to answer in, from what a browser prefers. */
export function chooseLocale(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return locales.find((locale) => locale === wanted.find((tag) => tag === 'en' || tag === 'fr')) ?? 'en'
}

function compileSentence(key: string, sentence: string): CompiledMessage {
  try {
    return compileMessageOrThrow(sentence)
  } catch (cause) {
    throw new Error(`The sentence "${key}" cannot be read: ${sentence}`, { cause })
  }
}

function speaker(locale: Locale) {
  const known = compiled.get(locale)
  if (known) return known
  const made = setupI18n({ locale, messages: { [locale]: compileWords(locale) } })
  compiled.set(locale, made)
  return made
}
