import type { FastifyRequest } from 'fastify'
import { hashOfToken } from './session-token.ts'
import type { Asker } from './transaction.ts'

export const cookieName = 'cairn'

/** The record under which a device kept what it sends, where that was an earlier one of the same person. */
export const keptAsHeader = 'x-cairn-kept-as'

export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[cookieName]

/** What tells one person or program from others at the same address. */
export const sayingWho = (request: FastifyRequest): string | undefined =>
  tokenOf(request) ?? request.headers.authorization

export const headerOf = (request: FastifyRequest, name: string): string | undefined =>
  [request.headers[name]].flat()[0]

export function askerOf(request: FastifyRequest): Asker | undefined {
  const token = tokenOf(request)
  if (token === undefined) return undefined
  return {
    tokenHash: hashOfToken(token),
    meant: headerOf(request, 'x-cairn-for'),
    keptAs: headerOf(request, keptAsHeader),
  }
}
