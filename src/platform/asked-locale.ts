import type { FastifyRequest } from 'fastify'
import { isLocale, type Locale } from './locales.ts'
import { chooseLocale } from './words.ts'

/** The language that somebody chose on a page of the server, by the link to it. */
export function chosenLocale(request: FastifyRequest): Locale | undefined {
  const chosen = (request.query as { in?: unknown }).in
  return isLocale(chosen) ? chosen : undefined
}

/** What the browser prefers, unless somebody chose. */
export const localeOf = (request: FastifyRequest): Locale =>
  chosenLocale(request) ?? chooseLocale(request.headers['accept-language'])
