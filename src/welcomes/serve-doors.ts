import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askerOf, cookieName } from '../platform/asker.ts'
import type { HttpOptions } from '../platform/http.ts'
import { type Html, html } from '../platform/html.ts'
import { takePlainForms } from '../platform/plain-forms.ts'
import { isFromElsewhere, otherLanguage, writePlainPage } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, asViewer, type Ground } from '../platform/transaction.ts'
import { localeOf, sayIn } from '../platform/words.ts'
import { type Behind, districtOfWelcome, lookBehind } from './door-store.ts'
import { enterPin } from './enter-pin.ts'
import { welcomeBehind } from './hand-link.ts'
import { serveLetters } from './serve-letters.ts'
import { pinDigits, restMinutes } from './welcome.ts'

/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { token: string } }
type Found = { welcomeId: string; behind: Behind }
const familyPage = '/children'

/** Where a guardian's link leads. Looking at it changes nothing, so a crawler or a mail program uses nothing up. */
export async function serveWelcomes(
  app: FastifyInstance,
  ground: Ground,
  options: HttpOptions,
): Promise<void> {
  await app.register(async (doors) => {
    takePlainForms(doors, 4096)
    doors.get('/welcome/:token', async (request, reply) => {
      const found = await find(ground, request)
      if (found && (await isHere(ground, request, found.behind))) return reply.redirect(familyPage, 303)
      return sendDoor(reply, request, found)
    })
    doors.post('/welcome/:token', { config: { standsAlone: true } }, async (request, reply) => {
      if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
      const found = await find(ground, request)
      if (!found || doorOf(found) !== 'pin') return sendDoor(reply, request, found)
      const { pin, remember } = (request.body ?? {}) as { pin?: unknown; remember?: unknown }
      const device = (request.headers['user-agent'] ?? '').slice(0, 200)
      const typed = typeof pin === 'string' ? pin.slice(0, 40) : ''
      const before = askerOf(request)?.tokenHash
      const entering = { ...found, typed, device, remember: remember !== undefined, before }
      const entered = await enterPin(ground, entering)
      if ('trouble' in entered) return sendDoor(reply, request, found, entered.trouble)
      keepCookie(reply, entered.token, { lasts: entering.remember, options })
      return reply.redirect(familyPage, 303)
    })
  })
  serveLetters(app, ground, options)
}

/** Without `lasts` the browser forgets it when it is closed. */
function keepCookie(reply: FastifyReply, token: string, how: { lasts: boolean; options: HttpOptions }): void {
  reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: how.options.origin.startsWith('https:'),
    ...(how.lasts ? { maxAge: 14 * 24 * 3600 } : {}),
  })
}

async function find(ground: Ground, request: FastifyRequest): Promise<Found | undefined> {
  const welcomeId = welcomeBehind(ground.secret, (request as unknown as Asked).params.token)
  const districtId = welcomeId && (await districtOfWelcome(ground.database, welcomeId))
  if (!welcomeId || !districtId) return undefined
  const why = { reason: 'look behind a link', districtId }
  const behind = await asTheSystem(ground, why, ({ db }) => lookBehind(db, welcomeId))
  return behind && { welcomeId, behind }
}

/** Whether this device came in as them already. */
async function isHere(ground: Ground, request: FastifyRequest, behind: Behind): Promise<boolean> {
  const asker = askerOf(request)
  if (!asker) return false
  return asViewer(ground, asker, async ({ viewer }) => viewer.personId === behind.guardianId).catch(
    () => false,
  )
}

type Door = 'closed' | 'signs-in' | 'lapsed' | 'rests' | 'pin'
type Trouble = 'wrong' | 'rests' | 'later'

function doorOf(found: Found | undefined): Door {
  if (!found) return 'closed'
  const { signsIn, isOpen, rests } = found.behind
  return signsIn ? 'signs-in' : !isOpen ? 'lapsed' : rests ? 'rests' : 'pin'
}

const statusOf: Record<Door, number> = { closed: 404, 'signs-in': 410, lapsed: 410, rests: 429, pin: 200 }
const troubleStatus: Record<Trouble, number> = { wrong: 403, rests: 429, later: 429 }

function sendDoor(reply: FastifyReply, request: FastifyRequest, found: Found | undefined, trouble?: Trouble) {
  const door = trouble === 'rests' ? 'rests' : doorOf(found)
  const locale = localeOf(request)
  const say = (key: string, values = {}) => sayIn(locale, key, values)
  // the words of a closed door name nobody
  const names = new Intl.ListFormat(`${locale}-CA`).format(found?.behind.children ?? [])
  const title = door === 'pin' ? say('welcomes.door-pin', { names }) : say(`welcomes.door-${door}`)
  const page = writePlainPage({
    locale,
    title,
    body: html`<main class="door"><h1>${title}</h1>${
      door === 'pin' ? pinForm(say, trouble) : html`<p>${say(`welcomes.door-${door}-meaning`)}</p>`
    }${door === 'signs-in' && html`<p class="go"><a href="/sign-in">${say('welcomes.door-to-sign-in')}</a></p>`}
<p class="go">${otherLanguage(locale)}</p></main>`,
  })
  return reply
    .status(trouble ? troubleStatus[trouble] : statusOf[door])
    .headers(page.headers)
    .type('text/html; charset=utf-8')
    .send(page.body)
}

const pinForm = (say: (key: string, values?: object) => string, trouble: Trouble | undefined): Html =>
  html`<form method="post">${trouble && html`<p role="alert">${say(`welcomes.door-trouble-${trouble}`, { minutes: restMinutes })}</p>`}
<label for="pin">${say('welcomes.door-label', { digits: pinDigits })}</label>
<input id="pin" name="pin" type="text" inputmode="numeric" autocomplete="one-time-code" required maxlength="12" aria-describedby="where">
<p class="quiet" id="where">${say('welcomes.door-where')}</p>
<label class="tick"><input type="checkbox" name="remember" value="yes">${say('welcomes.door-remember')}</label>
<p class="quiet">${say('welcomes.door-remember-meaning')}</p>
<button type="submit">${say('welcomes.door-open')}</button></form>`
