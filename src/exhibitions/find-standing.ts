import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ground } from '../platform/transaction.ts'
import { localeOf } from '../platform/words.ts'
import { guestHeaders } from '../showcases/answer-guest.ts'
import { type BehindExhibition, lookAtExhibition } from './door-store.ts'
import { thankingDays } from './exhibition.ts'
import { exhibitionBehindPass } from './hand-passes.ts'
import { isShown, showShut } from './show-guide.ts'

export const pathIn = (request: FastifyRequest) => request.url.split('?')[0] ?? ''

/** Asked anew each time; a link that was not made here asks nothing. */
export async function findExhibition(
  ground: Ground,
  id: string | undefined,
): Promise<BehindExhibition | undefined> {
  return id === undefined ? undefined : lookAtExhibition(ground.database, id, ground.now())
}

/** The event behind a pass and, of those whom guests may see, the stand that was asked for. */
export async function findStanding(ground: Ground, request: FastifyRequest) {
  const { token, stand: id } = request.params as { token: string; stand?: string }
  const exhibition = await findExhibition(ground, exhibitionBehindPass(ground.secret, token))
  const stand = exhibition?.stands.find((one) => one.id === id && isShown(one))
  return { exhibition, stand, locale: localeOf(request), path: pathIn(request) }
}

export function sendGuestPage(
  reply: FastifyReply,
  { body, policy }: { body: string; policy: string },
  status = 200,
) {
  return reply
    .status(status)
    .headers({ ...guestHeaders, 'content-security-policy': policy })
    .type('text/html; charset=utf-8')
    .send(body)
}

const statusOf = { before: 404, open: 200, over: 410, ended: 410 } as const

export function sendShut(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  behind: BehindExhibition | undefined,
) {
  const since = ground.now().getTime() - (behind?.closesAt.getTime() ?? 0)
  const thanks = behind?.state === 'over' && since < thankingDays * 24 * 3_600_000
  const page = showShut(behind, localeOf(request), thanks)
  return sendGuestPage(reply, page, behind ? statusOf[behind.state] : 404)
}
