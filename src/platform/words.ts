import { existsSync, readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { FastifyRequest } from 'fastify'
import { isLocale, type Locale, locales } from './locales.ts'

/**
 * The sentences of a module stand in `words/<locale>/<module>.json`, under keys that begin with its name. The
 * browser fetches them in groups: `first` with the app, the others when something of them is said, so that a
 * screen is not late for the words of another.
 */
export const wordGroups = {
  first: ['ui', 'outbox', 'access', 'people', 'schools', 'spaces', 'media', 'work', 'learner', 'errors'],
  refused: ['refusals'],
  leaving: ['leaving'],
  outdoors: ['sign-in', 'demo'],
  making: ['recordings', 'drawings', 'writing'],
  piece: ['piece', 'prepared', 'critiques', 'reflections'],
  grown: ['growth'],
  sky: ['self-assessment'],
  own: ['goals', 'letters', 'timeline', 'account', 'device', 'family'],
  class: ['teacher', 'activities', 'library', 'office', 'prompts'],
  asked: ['communications'],
  frameworks: ['competencies'],
  papers: ['papers'],
  house: ['house'],
  rosters: ['rosters', 'register', 'classes', 'logbook'],
  cards: ['cards', 'home-cards'],
  passwords: ['first-passwords'],
  providers: ['providers'],
  gone: ['sign-outs'],
  programs: ['programs', 'support'],
  faces: ['stack', 'handovers'],
  talk: ['feedback', 'pins', 'rounds'],
  filed: ['filings'],
  shown: ['collections', 'showcases'],
  exhibited: ['exhibitions', 'slips'],
  defended: ['defenses'],
  met: ['conferences', 'rehearsals', 'walkthroughs'],
  meeting: ['appointments'],
  gathered: ['groups', 'remarks'],
  homes: ['welcomes', 'askings', 'digests'],
  translated: ['translations'],
} as const

export type WordGroup = keyof typeof wordGroups
export type WordModule = (typeof wordGroups)[WordGroup][number]

export const wordModules: readonly WordModule[] = Object.values(wordGroups).flat()

const folder = new URL('../../words/', import.meta.url)
const compiled = new Map<Locale, ReturnType<typeof setupI18n>>()

export function wordFile(locale: Locale, module: string, from: URL = folder): URL {
  return new URL(`${locale}/${module}.json`, from)
}

/**
 * Every sentence of a language as it was written, before compiling. What a language does not say yet is said in the
 * first one, so that it can be brought in file by file.
 */
export function readWords(
  locale: Locale,
  modules: readonly WordModule[] = wordModules,
  from: URL = folder,
): Record<string, string> {
  const said = modules.map((module) => readOwnWords(locale, module, from))
  if (locale === locales[0]) return Object.assign({}, ...said)
  return Object.assign({}, ...modules.map((module) => readOwnWords(locales[0], module, from)), ...said)
}

/** What a file of a language itself says; nothing where there is none. */
export function readOwnWords(locale: Locale, module: WordModule, from: URL = folder): Record<string, string> {
  const file = wordFile(locale, module, from)
  if (!existsSync(file)) return {}
  const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return Object.fromEntries(Object.entries(words).filter(([, sentence]) => sentence.trim() !== ''))
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
  return wanted.find(isLocale) ?? locales[0]
}

/** The language that somebody chose on a page of the server, by the link to it. */
export function chosenLocale(request: FastifyRequest): Locale | undefined {
  const chosen = (request.query as { in?: unknown }).in
  return isLocale(chosen) ? chosen : undefined
}

/** For a page of the server: what the browser prefers, unless somebody chose. */
export const localeOf = (request: FastifyRequest): Locale =>
  chosenLocale(request) ?? chooseLocale(request.headers['accept-language'])

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
