import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** looks itself where a form comes from (`isFromElsewhere`), or believes only what is signed: a form without a script may be sent to it */
    standsAlone?: boolean
  }
}

/**
 * Cross-site request forgery: the cookie is SameSite=Lax, and what changes something must also say that it
 * comes from our own pages (a header no other site can set without our leave) and from no other origin.
 */
export function refuseOtherSites(request: FastifyRequest, origin: string): void {
  if (request.routeOptions.config.standsAlone === true) return
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const site = request.headers['sec-fetch-site']
  const from = request.headers.origin
  const fromHost = from === undefined ? undefined : URL.parse(from)?.host
  const own = from === undefined || fromHost === request.headers.host || from === origin
  const marked = request.headers['x-cairn'] === '1' || request.headers['tus-resumable'] !== undefined
  if (!own || !marked || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new Refusal('other_site')
  }
}
