import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Storage } from '../files/storage.ts'
import type { HttpOptions } from '../platform/http.ts'
import { takePlainForms } from '../platform/plain-forms.ts'
import type { Ground } from '../platform/transaction.ts'
import { localeOf } from '../platform/words.ts'
import { guestHeaders, sendDoor } from './answer-guest.ts'
import { countUses } from './count-uses.ts'
import { addUses } from './door-store.ts'
import { enterPasscode, hasPass } from './enter-passcode.ts'
import { findBehind, type FoundBehind } from './find-behind.ts'
import { pageFor } from './make-page.ts'
import { serveFace, serveGuestMedia } from './serve-guest-media.ts'
import { servePreviews } from './serve-previews.ts'

type Asked = { params: { token: string } }

/** Pages for people without an account: they load nothing of the app and know no session. */
export async function serveShowcases(
  app: FastifyInstance,
  ground: Ground,
  storage: Storage,
  options: HttpOptions,
): Promise<void> {
  const uses = countUses(ground, addUses)
  app.addHook('onClose', () => uses.settle())
  await app.register(async (doors) => {
    takePlainForms(doors, 4096)
    doors.get('/guest/:token', { compress: false }, async (request, reply) => {
      const behind = await findBehind(ground, (request as unknown as Asked).params.token)
      const locale = localeOf(request)
      if (behind?.state !== 'open') return sendDoor(reply, locale, behind)
      if (!hasPass(ground, request, behind)) return sendDoor(reply, locale, behind, 'passcode')
      return sendPage(reply, request, ground, behind, uses.note)
    })
    doors.post(
      '/guest/:token',
      { compress: false, config: { standsAlone: true } },
      async (request, reply) => {
        const { token } = (request as unknown as Asked).params
        const behind = await findBehind(ground, token)
        const locale = localeOf(request)
        if (behind?.state !== 'open') return sendDoor(reply, locale, behind)
        const trouble = await enterPasscode(ground, request, reply, { behind, token, options })
        if (trouble) return sendDoor(reply, locale, behind, trouble)
        return reply.headers(guestHeaders).redirect(`/guest/${token}`, 303)
      },
    )
  })
  serveGuestMedia(app, ground, storage)
  serveFace(app)
  servePreviews(app, ground, options)
}

export const crawlers = /bot|crawl|spider|preview|slurp|facebookexternalhit|whatsapp|curl|wget|python/i

async function sendPage(
  reply: FastifyReply,
  request: FastifyRequest,
  ground: Ground,
  behind: FoundBehind,
  note: (districtId: string, showcaseId: string) => void,
) {
  const page = await pageFor(ground, behind, {
    locale: localeOf(request),
    encodings: request.headers['accept-encoding'] ?? '',
    path: request.url.split('?')[0] ?? '',
  })
  if (!page) return sendDoor(reply, localeOf(request), behind)
  if (request.method === 'GET' && !crawlers.test(request.headers['user-agent'] ?? '')) {
    note(behind.districtId, behind.id)
  }
  if (page.encoding) reply.header('content-encoding', page.encoding)
  return reply
    .headers({ ...guestHeaders, 'content-security-policy': page.policy })
    .type('text/html; charset=utf-8')
    .send(page.bytes)
}
