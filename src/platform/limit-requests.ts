import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { KnownSessions } from './known-sessions.ts'
import { Refusal } from './refusal.ts'

type Limits = {
  known: KnownSessions
  most: number
  /** what tells one person or program from others at the same address */
  sayingWho: (request: FastifyRequest) => string | undefined
}

/** So many a minute for one person or program; ten times as many for all at an address who said nothing that stands. */
export async function limitRequests(app: FastifyInstance, { known, most, sayingWho }: Limits): Promise<void> {
  await app.register(rateLimit, {
    max: (request) => (known.has(sayingWho(request)) ? most : most * 10),
    timeWindow: '1 minute',
    cache: 20_000,
    keyGenerator: (request) => {
      const said = sayingWho(request)
      return known.has(said) ? `known ${said}` : `address ${request.ip}`
    },
    errorResponseBuilder: () => new Refusal('too_many_requests'),
  })
}
