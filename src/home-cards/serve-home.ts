import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Storage } from '../files/storage.ts'
import type { HttpOptions } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { takePlainForms } from '../platform/plain-forms.ts'
import { isFromElsewhere } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashOfToken } from '../platform/session-token.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { localeOf } from '../platform/words.ts'
import { districtOfHomeCard, leaveVisit, openCard, type Visit, visitHere } from './door-store.ts'
import { enterPicture } from './enter-picture.ts'
import { cardBehind } from './hand-link.ts'
import { visitHours } from './home-card.ts'
import { sendHomeMedia, sendHomeWork } from './send-home.ts'
import { type Door, showDoor } from './show-door.ts'
import { serveSheets } from './serve-sheets.ts'

type Asked = { params: { token: string; media: string; rendition: string } }

/** A cookie of its own, sent to these pages alone: at home nobody is signed in, so no other page knows anybody. */
const cookieName = 'cairn-home'
const path = '/home-card'
const workPage = `${path}/work`

export async function serveHome(
  app: FastifyInstance,
  ground: Ground,
  storage: Storage,
  options: HttpOptions,
): Promise<void> {
  await app.register(async (pages) => {
    takePlainForms(pages, 4096)
    serveDoor(pages, ground, options)
    serveWork(pages, ground, storage)
    pages.post(`${path}/leave`, { config: { standsAlone: true } }, async (request, reply) => {
      if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
      await leave(ground, request)
      reply.clearCookie(cookieName, attributesOf(options))
      return sendDoor(reply, request, 'left')
    })
  })
  serveSheets(app, ground, options)
}

const attributesOf = ({ origin }: HttpOptions) =>
  ({ path, httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') }) as const

function serveDoor(pages: FastifyInstance, ground: Ground, options: HttpOptions): void {
  pages.get(`${path}/:token`, async (request, reply) => {
    const visit = await behind(ground, request)
    const here = visit && (await visitOf(ground, request))
    if (here && here.cardId === visit.cardId) return reply.redirect(workPage, 303)
    return sendDoor(reply, request, visit ? 'picture' : 'closed')
  })
  pages.post(`${path}/:token`, { config: { standsAlone: true } }, async (request, reply) => {
    if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
    const visit = await behind(ground, request)
    if (!visit) return sendDoor(reply, request, 'closed')
    const { picture } = (request.body ?? {}) as { picture?: unknown }
    const entered = await enterPicture(ground, visit, picture)
    if ('trouble' in entered) return sendDoor(reply, request, entered.trouble)
    reply.setCookie(cookieName, entered.token, { ...attributesOf(options), maxAge: visitHours * 3600 })
    return reply.redirect(workPage, 303)
  })
}

function serveWork(pages: FastifyInstance, ground: Ground, storage: Storage): void {
  pages.get(workPage, async (request, reply) => {
    const here = await learnerHere(ground, request)
    if (!here) return sendDoor(reply, request, 'shut')
    return sendHomeWork(reply, ground, { ...here, locale: localeOf(request) })
  })
  pages.get(`${path}/media/:media/:rendition`, { compress: false }, async (request, reply) => {
    const { media, rendition } = (request as unknown as Asked).params
    const here = isId(media) ? await learnerHere(ground, request) : undefined
    if (!here) throw new Refusal('not_found')
    const wanted = { ...here, mediaId: media, rendition, range: request.headers.range }
    return sendHomeMedia(reply, ground, storage, wanted)
  })
}

/** The learner whose card opened here, while it still opens. */
async function learnerHere(ground: Ground, request: FastifyRequest) {
  const visit = await visitOf(ground, request)
  if (!visit) return undefined
  const why = { reason: 'look by a card at home', districtId: visit.districtId }
  const card = await asTheSystem(ground, why, ({ db }) => openCard(db, visit.cardId))
  return card && { learnerId: card.learnerId, districtId: visit.districtId }
}

async function leave(ground: Ground, request: FastifyRequest): Promise<void> {
  const [visit, token] = [await visitOf(ground, request), request.cookies[cookieName]]
  if (!visit || token === undefined) return
  const why = { reason: 'leave a card at home', districtId: visit.districtId }
  await asTheSystem(ground, why, ({ db, now }) => leaveVisit(db, hashOfToken(token), now))
}

async function visitOf(ground: Ground, request: FastifyRequest): Promise<Visit | undefined> {
  const token = request.cookies[cookieName]
  return token === undefined ? undefined : visitHere(ground.database, hashOfToken(token), ground.now())
}

/** The card a link leads to, if it opens still. */
async function behind(ground: Ground, request: FastifyRequest): Promise<Visit | undefined> {
  const cardId = cardBehind(ground.secret, (request as unknown as Asked).params.token)
  const districtId = cardId && (await districtOfHomeCard(ground.database, cardId))
  if (!cardId || !districtId) return undefined
  const why = { reason: 'look behind a card at home', districtId }
  const card = await asTheSystem(ground, why, ({ db }) => openCard(db, cardId))
  return card && { cardId, districtId }
}

const statusOf: Record<Door, number> = {
  picture: 200,
  closed: 404,
  shut: 401,
  left: 200,
  wrong: 403,
  rests: 429,
}

function sendDoor(reply: FastifyReply, request: FastifyRequest, door: Door) {
  const page = showDoor(door, localeOf(request))
  return reply.status(statusOf[door]).headers(page.headers).type('text/html; charset=utf-8').send(page.body)
}
