import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { sayingWho } from './asker.ts'
import type { KnownSessions } from './known-sessions.ts'
import { Refusal } from './refusal.ts'

/**
 * So many a minute for one person or program; ten times as many for all at an address who said nothing that stands.
 */
export async function limitRequests(app: FastifyInstance, known: KnownSessions, most: number): Promise<void> {
  await app.register(rateLimit, {
    max: (request) => (known.has(sayingWho(request)) ? most : most * 10),
    timeWindow: '1 minute',
    // built files name nobody and cost nothing: a school with empty browsers asks for thousands of them at once
    allowList: (request) => request.url.startsWith('/assets/'),
    cache: 20_000,
    keyGenerator: (request) => {
      const said = sayingWho(request)
      return known.has(said) ? `known ${said}` : `address ${request.ip}`
    },
    errorResponseBuilder: () => new Refusal('too_many_requests'),
  })
}
