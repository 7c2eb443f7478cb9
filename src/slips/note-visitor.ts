import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpOptions } from '../platform/http.ts'
import type { Ground } from '../platform/transaction.ts'

/**
 * A browser that came to write: a random number with our seal, gone when it is closed. It says nothing of who; it only
 * lets slips be counted. Who refuses it is counted by their address, together with everybody there who does.
 */
const name = 'cairn-visitor'

export function noteVisitor(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  options: HttpOptions,
): string {
  const known = request.cookies[name] ?? ''
  const [number = '', seal = ''] = known.split('.')
  const right = Buffer.from(sealOf(ground.secret, number))
  const given = Buffer.from(seal)
  if (number !== '' && right.length === given.length && timingSafeEqual(right, given)) return number
  const fresh = randomBytes(12).toString('base64url')
  reply.setCookie(name, `${fresh}.${sealOf(ground.secret, fresh)}`, {
    path: '/guest/event',
    httpOnly: true,
    sameSite: 'lax',
    secure: options.origin.startsWith('https:'),
  })
  return `address ${request.ip}`
}

const sealOf = (secret: string, number: string) =>
  createHmac('sha256', secret).update(`visitor ${number}`).digest('base64url')
