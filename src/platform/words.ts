import { readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'

/** The languages every sentence exists in. */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

/**
 * The sentences of a module stand in `words/<locale>/<module>.json`, under keys that begin with its name. The
 * browser fetches them in groups: `first` with the app, the others when something of them is said, so that a
 * screen is not late for the words of another.
 */
export const wordGroups = {
  first: ['ui', 'outbox', 'access', 'people', 'schools', 'spaces', 'media', 'work', 'learner', 'errors'],
  outdoors: ['sign-in', 'demo'],
  making: ['recordings', 'drawings', 'writing'],
  piece: ['piece', 'growth', 'critiques', 'reflections'],
  sky: ['self-assessment'],
  own: ['goals', 'letters', 'timeline', 'account', 'device', 'family'],
  class: ['teacher', 'activities', 'library', 'office', 'prompts'],
  asked: ['communications'],
  frameworks: ['competencies'],
  papers: ['papers'],
  rosters: ['rosters'],
  cards: ['cards'],
  providers: ['providers'],
  faces: ['stack', 'handovers'],
  talk: ['feedback', 'pins', 'rounds'],
  filed: ['filings'],
  shown: ['collections', 'showcases'],
  exhibited: ['exhibitions'],
  met: ['conferences', 'rehearsals', 'walkthroughs'],
  meeting: ['appointments'],
  homes: ['welcomes', 'askings'],
} as const

export type WordGroup = keyof typeof wordGroups
export type WordModule = (typeof wordGroups)[WordGroup][number]

export const wordModules: readonly WordModule[] = Object.values(wordGroups).flat()

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
