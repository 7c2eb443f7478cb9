import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sayingWho } from './asker.ts'
import { html } from './html.ts'
import type { KnownSessions } from './known-sessions.ts'
import { writePlainPage } from './plain-page.ts'
import { Refusal } from './refusal.ts'
import { localeOf, sayIn } from './words.ts'

/**
 * So many a minute for one person or program; ten times as many for all at an address who said nothing that stands.
 */
export async function limitRequests(app: FastifyInstance, known: KnownSessions, most: number): Promise<void> {
  app.addHook('onRequest', async ({ raw }) => leaveOutPorts(raw.headers))
  await app.register(rateLimit, {
    max: (request) => (known.has(sayingWho(request)) ? most : most * 10),
    timeWindow: '1 minute',
    // built files name nobody and cost nothing: a school with empty browsers asks for thousands of them at once
    allowList: (request) => request.url.startsWith('/assets/'),
    cache: 20_000,
    keyGenerator: (request) => {
      const said = sayingWho(request)
      return known.has(said) ? `known ${said}` : `address ${visitorAt(request.ip)}`
    },
    errorResponseBuilder: () => new Refusal('too_many_requests'),
  })
}

/** Some web servers in front write the port beside the address; each connection would be a visitor of its own. */
function leaveOutPorts(headers: IncomingHttpHeaders): void {
  const said = headers['x-forwarded-for']
  if (typeof said !== 'string') return
  const bare = (one: string) => /^\s*"?(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?"?\s*$/.exec(one)
  headers['x-forwarded-for'] = said
    .split(',')
    .map((one) => bare(one)?.slice(1).find(Boolean) ?? one)
    .join(',')
}

/** One visitor has a whole network of IPv6 (the first half of an address), and may come from another address each time. */
function visitorAt(address: string): string {
  if (isIP(address) !== 6 || address.includes('.')) return address
  const [before = '', after] = address.split('::')
  const groups = before.split(':')
  const missing = after === undefined ? 0 : 8 - groups.length - after.split(':').length
  return [...groups, ...Array<string>(missing).fill('0'), ...(after ?? '').split(':')].slice(0, 4).join(':')
}

/** Somebody who opens a page reads one; a program, and a page that asks behind itself, reads a code. */
export const opensPage = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').includes('text/html') && !request.url.startsWith('/api/')

/** When to come again, and a way there; what was sent with a form is not sent by a link. */
export function sendBusyPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = localeOf(request)
  const say = (key: string, values = {}) => sayIn(locale, `refusals.${key}`, values)
  const seconds = Number(reply.getHeader('retry-after')) || 60
  const page = writePlainPage({
    locale,
    title: say('busy'),
    body: html`<main class="door"><h1>${say('busy')}</h1><p>${say('busy-meaning')}</p><p role="alert">${say('busy-until', { seconds })}</p>
${request.method === 'GET' ? html`<p class="go"><a href="">${say('busy-again')}</a></p>` : html`<p>${say('busy-back')}</p>`}</main>`,
  })
  return reply.status(429).headers(page.headers).type('text/html; charset=utf-8').send(page.body)
}
