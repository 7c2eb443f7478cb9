import type { FastifyReply, FastifyRequest } from 'fastify'
import { opensPage, sendBusyPage } from './limit-requests.ts'
import { InvalidInput, Refusal, type RefusalCode } from './refusal.ts'
import type { Log } from './transaction.ts'
import { chooseLocale, sayIn } from './words.ts'

/** Every refusal and every failure leaves as a code, a sentence in the reader's language, and nothing else. */
export function answerError(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = asRefusal(error)
  if (refusal.code === 'failed') {
    log.error(
      { route: request.routeOptions.url ?? '-', request: request.id, error: faultOf(error) },
      'failed',
    )
  }
  if (refusal.code === 'too_many_requests' && opensPage(request)) return sendBusyPage(request, reply)
  if (refusal.code === 'key_refused') reply.header('www-authenticate', 'Bearer')
  if (refusal.status === 503) reply.header('retry-after', '5')
  return reply
    .status(refusal.status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        error: { ...refusalBody(refusal, request.headers['accept-language']), request: request.id },
      }),
    )
}

/** What the browser also says by itself comes with the app; the other sentences come with the answer. */
const alsoInBrowser = new Set(['failed', 'not_signed_in', 'too_many_requests', 'wrong_password'])
const sentenceKey = (code: string) => `${alsoInBrowser.has(code) ? 'errors' : 'refusals'}.${code}`

export function refusalBody(refusal: Refusal, acceptLanguage: string | undefined) {
  return {
    code: refusal.code,
    sentence: sayIn(chooseLocale(acceptLanguage), sentenceKey(refusal.code), refusal.values),
    ...(refusal instanceof InvalidInput ? { fields: refusal.fields } : {}),
  }
}

/** Codes with which PostgreSQL or the socket says: not now. */
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '55000',
  '08006',
  '08003',
  '08000',
  '53300',
  '40001',
  '40P01',
  '55P03',
])
const full = new Set(['ENOSPC', 'EDQUOT', '53100'])

const fromFastify: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid',
  FST_ERR_NOT_FOUND: 'not_found',
  FST_ERR_BAD_URL: 'not_found',
}

export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const code = codeOf(error)
  if (full.has(code)) return new Refusal('storage_full')
  if (away.has(code) || saysConnectionLost(error)) return new Refusal('try_again')
  const known = fromFastify[code]
  if (known) return new Refusal(known, { fields: 'body' })
  // fastify's own refusals of malformed requests
  const status = (error as { statusCode?: number } | null)?.statusCode ?? 500
  if (status >= 400 && status < 500) return new Refusal('invalid', { fields: 'request' })
  return new Refusal('failed')
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

const saysConnectionLost = (error: unknown): boolean =>
  error instanceof Error &&
  /Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)/i.test(
    error.message,
  )

/** What the log may know of a fault: its kind and where, never its values (a unique violation quotes them). */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
  const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string }
  return { kind: error.name, code, table, constraint, frames }
}
