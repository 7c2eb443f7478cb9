import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type HttpOptions, inside } from '../platform/http.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { isId } from '../platform/id-form.ts'
import { localeOf } from '../platform/words.ts'
import { countUses } from '../showcases/count-uses.ts'
import { crawlers } from '../showcases/serve-showcases.ts'
import { addExhibitionUses } from './door-store.ts'
import { findExhibition, findStanding, pathIn, sendGuestPage, sendShut } from './find-standing.ts'
import { exhibitionBehindKiosk, guidePath } from './hand-passes.ts'
import { showGuide } from './show-guide.ts'
import { showKiosk } from './show-kiosk.ts'
import { placardSizes, showPlacards } from './show-placards.ts'
import { showStand } from './show-stand.ts'
import { readPlacards } from './store.ts'

/** Pages of an event for people without an account; each asks anew whether the event still lets guests in. */
export async function serveExhibitions(
  app: FastifyInstance,
  ground: Ground,
  options: HttpOptions,
): Promise<void> {
  const uses = countUses(ground, addExhibitionUses)
  app.addHook('onClose', () => uses.settle())
  app.get('/guest/event/:token', async (request, reply) => {
    const { exhibition, locale, path } = await findStanding(ground, request)
    if (exhibition?.state !== 'open') return sendShut(ground, request, reply, exhibition)
    if (!crawlers.test(request.headers['user-agent'] ?? '')) uses.note(exhibition.districtId, exhibition.id)
    return sendGuestPage(reply, showGuide({ exhibition, locale, path }))
  })
  app.get('/guest/event/:token/:stand', async (request, reply) => {
    const { exhibition, stand, ...more } = await findStanding(ground, request)
    if (exhibition?.state !== 'open') return sendShut(ground, request, reply, exhibition)
    const page = stand && (await showStand(ground, { exhibition, stand, ...more }))
    return page ? sendGuestPage(reply, page) : sendShut(ground, request, reply, undefined)
  })
  app.get('/guest/kiosk/:token', (request, reply) => sendKiosk(ground, options, request, reply))
  app.get('/guest/placards/:id', (request, reply) => sendPlacards(ground, options, request, reply))
}

async function sendKiosk(
  ground: Ground,
  { origin }: HttpOptions,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { token } = request.params as { token: string }
  const query = request.query as { at?: string; paused?: string }
  const exhibition = await findExhibition(ground, exhibitionBehindKiosk(ground.secret, token))
  if (exhibition?.state !== 'open') return sendShut(ground, request, reply, exhibition)
  const at = Math.min(Math.max(Number.parseInt(query.at ?? '0', 10) || 0, 0), 10_000)
  const [locale, path, paused] = [localeOf(request), pathIn(request), query.paused === 'yes']
  return sendGuestPage(reply, await showKiosk(ground, { exhibition, locale, path, origin, at, paused }))
}

/** For those who run the event, signed in. */
async function sendPlacards(
  ground: Ground,
  options: HttpOptions,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { id } = request.params as { id: string }
  if (!isId(id)) throw new Refusal('not_found')
  const found = await inside(ground, request, reply, options, (context) => readPlacards(context, id))
  if (!found) throw new Refusal('not_found')
  const size = placardSizes.find((one) => one === (request.query as { size?: string }).size) ?? 'A5'
  const addressOf = (standId: string) => `${options.origin}${guidePath(ground.secret, id)}/${standId}`
  const [locale, path] = [localeOf(request), pathIn(request)]
  return sendGuestPage(reply, showPlacards({ ...found, size, locale, path, addressOf }))
}
