import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html } from '../platform/html.ts'
import type { HttpOptions } from '../platform/http.ts'
import { takePlainForms } from '../platform/plain-forms.ts'
import { isFromElsewhere } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { localeOf } from '../platform/words.ts'
import { contentBehind, findShowcase } from '../showcases/find-behind.ts'
import { guestHeaders } from '../showcases/answer-guest.ts'
import { guestAddress, otherLanguage, tellingIn } from '../showcases/make-page.ts'
import { showPage } from '../showcases/show-page.ts'
import { mediaWindow } from '../platform/media-key.ts'
import { districtOfPass, lookBehindPass, type Panel } from './door-store.ts'
import { enterPanel, isLetIn } from './enter-panel.ts'
import { passBehind } from './hand-pass.ts'
import { hasNotes, keepGuestNotes } from './keep-guest-notes.ts'
import { type Door, nameOnPanel, showPanel, showPanelDoor } from './show-panel.ts'

/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { token: string }; query: { kept?: string } }
type Found = { districtId: string; panel: Panel }
const roomForNotes = 131_072

/** A page for a guest of a panel, without an account and without a script. */
export async function servePanels(app: FastifyInstance, ground: Ground, options: HttpOptions): Promise<void> {
  await app.register(async (panels) => {
    takePlainForms(panels, roomForNotes)
    panels.get('/guest/panel/:token', async (request, reply) => {
      const found = await find(ground, request)
      if (!found || doorOf(ground, request, found)) return sendDoor(ground, request, reply, found)
      const { kept } = (request as unknown as Asked).query
      return sendPage(reply, showPanel({ ...found, ...hereOf(request) }, { kept: kept !== undefined }))
    })
    panels.get('/guest/panel/:token/work', (request, reply) => sendWork(ground, request, reply))
    panels.post('/guest/panel/:token', { config: { standsAlone: true } }, async (request, reply) => {
      if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
      return takeForm(ground, options, request, reply)
    })
  })
}

const hereOf = (request: FastifyRequest) => ({
  locale: localeOf(request),
  path: `/guest/panel/${(request as unknown as Asked).params.token}`,
})

async function find(ground: Ground, request: FastifyRequest): Promise<Found | undefined> {
  const id = passBehind(ground.secret, (request as unknown as Asked).params.token)
  const districtId = id && (await districtOfPass(ground.database, id))
  if (!id || !districtId) return undefined
  const why = { reason: 'look behind a panel guest’s link', districtId }
  const panel = await asTheSystem(ground, why, ({ db }) => lookBehindPass(db, id))
  return panel && { districtId, panel }
}

/** What stands between this browser and the page, if anything does. */
function doorOf(ground: Ground, request: FastifyRequest, { panel }: Found): Door | undefined {
  if (panel.state === 'over') return 'over'
  if (isLetIn(ground, request, panel.passId)) return undefined
  return panel.rests ? 'rests' : 'pin'
}

const statusOf: Record<Door, number> = { closed: 404, over: 410, said: 409, rests: 429, pin: 200 }

function sendPage(
  reply: FastifyReply,
  page: { body: string; headers: Record<string, string> },
  status = 200,
) {
  return reply.status(status).headers(page.headers).type('text/html; charset=utf-8').send(page.body)
}

function sendDoor(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Found | undefined,
  wrong = false,
) {
  const door = found ? (doorOf(ground, request, found) ?? 'over') : 'closed'
  const { locale, path } = hereOf(request)
  const page = showPanelDoor(locale, door, { wrong: wrong && door === 'pin', typed: request.body, path })
  return sendPage(reply, page, wrong && door === 'pin' ? 403 : statusOf[door])
}

/** The PIN, the notes, or both: whoever typed for longer than the door stays open says the PIN and loses nothing. */
async function takeForm(ground: Ground, options: HttpOptions, request: FastifyRequest, reply: FastifyReply) {
  const found = await find(ground, request)
  const door = found && doorOf(ground, request, found)
  if (!found || (door && door !== 'pin')) return sendDoor(ground, request, reply, found)
  if (door === 'pin') {
    const entered = await enterPanel(ground, request, reply, { ...found, options })
    if (entered === undefined) return sendDoor(ground, request, reply, found)
    if (!entered) return sendDoor(ground, request, reply, await find(ground, request), true)
  }
  const { locale, path } = hereOf(request)
  const to = `${path}?in=${locale}`
  if (!hasNotes(request.body)) return reply.headers(guestHeaders).redirect(to, 303)
  const asked = { districtId: found.districtId, passId: found.panel.passId, body: request.body }
  const result = await keepGuestNotes(ground, asked)
  if (result === 'kept') return reply.headers(guestHeaders).redirect(`${to}&kept=1`, 303)
  if (result === 'over' || result === 'said') {
    const back = showPanelDoor(locale, result, { typed: request.body, path })
    return sendPage(reply, back, statusOf[result])
  }
  const again = showPanel({ panel: found.panel, locale, path }, { trouble: result, typed: request.body })
  return sendPage(reply, again, 400)
}

/** The work the learner presents from, where its showcase is open: behind this door, until this door shuts. */
async function sendWork(ground: Ground, request: FastifyRequest, reply: FastifyReply) {
  const found = await find(ground, request)
  if (!found || doorOf(ground, request, found)) return sendDoor(ground, request, reply, found)
  const { panel } = found
  const { locale, path } = hereOf(request)
  const showcase = panel.showcaseId === null ? undefined : await findShowcase(ground, panel.showcaseId)
  const content = showcase && (await contentBehind(ground, showcase))
  if (!showcase || !content) return reply.headers(guestHeaders).redirect(`${path}?in=${locale}`, 303)
  const { until } = mediaWindow(ground.secret, ground.now())
  const page = showPage({
    content,
    locale,
    telling: tellingIn(locale, panel.timeZone, (mediaId, rendition) =>
      guestAddress(ground.secret, { showcaseId: showcase.id, mediaId, rendition, until }),
    ),
    name: nameOnPanel(panel),
    before: html`<p class="note"><a href="${path}?in=${locale}" class="back">${panel.title}</a></p>`,
    until: undefined,
    other: otherLanguage(locale, `${path}/work`),
  })
  return sendPage(reply, {
    body: page.body,
    headers: { ...guestHeaders, 'content-security-policy': page.policy },
  })
}
