import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ownLocale } from '../people/reader-store.ts'
import { type Senders, waysOut } from '../mail/message.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { orSignIn, takePlainForms } from '../platform/plain-forms.ts'
import { isFromElsewhere } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { Locale } from '../platform/locales.ts'
import { chosenLocale, localeOf } from '../platform/words.ts'
import { KeepDigestChoice } from './contract.ts'
import { type Addressee, addresseeOf } from './hand-ending.ts'
import { keepByLink, keepChoice } from './keep-choice.ts'
import { type Ending, showEnding, showSettings } from './show-pages.ts'
import { readDigestChoice } from './store.ts'

/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { token: string } }
type Page = { body: string; headers: Record<string, string> }

/** For whatever browser there is, and for mail programs that end letters with one tap (RFC 8058). */
export async function serveDigests(
  app: FastifyInstance,
  ground: Ground,
  options: HttpOptions,
  senders: Senders,
): Promise<void> {
  const ways = waysOut(senders)
  await app.register(async (pages) => {
    takeForms(pages)
    pages.get('/children/letters', async (request, reply) => {
      const page = await orSignIn(reply, '/children/letters', () =>
        inside(ground, request, reply, options, async (context) => {
          const choice = await readDigestChoice(context)
          if (!choice) throw new Refusal('not_found')
          const locale = chosenLocale(request) ?? (await ownLocale(context)) ?? localeOf(request)
          return showSettings(
            { ...choice, ways },
            locale,
            (request.query as { kept?: unknown }).kept !== undefined,
          )
        }),
      )
      return page && send(reply, page)
    })
    // a plain form cannot say x-cairn; the cookie is not sent from another site, and its browser says so besides
    pages.post('/children/letters', { config: { standsAlone: true } }, async (request, reply) => {
      if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
      const { way, weekday, hour } = (request.body ?? {}) as Record<string, string | undefined>
      const choice = KeepDigestChoice.body.safeParse({ way, weekday: Number(weekday), hour: Number(hour) })
      if (!choice.success) throw new Refusal('invalid')
      const kept = await orSignIn(reply, '/children/letters', () =>
        inside(ground, request, reply, options, (context) =>
          keepChoice(context, choice.data).then(() => true),
        ),
      )
      return kept && reply.redirect('/children/letters?kept=1', 303)
    })
    serveEndings(pages, ground)
  })
}

/** Without signing in; whoever holds the letter may end the letters, and nothing else. */
function serveEndings(pages: FastifyInstance, ground: Ground): void {
  pages.get('/digest/:token', async (request, reply) => {
    const found = await find(ground, request)
    if (!found) return send(reply, showEnding('closed', localeOf(request)), 404)
    return send(reply, showEnding(found.stopped ? 'stopped' : 'asked', found.locale, found))
  })
  pages.post('/digest/:token', { config: { standsAlone: true } }, async (request, reply) => {
    const found = await find(ground, request)
    if (!found) return send(reply, showEnding('closed', localeOf(request)), 404)
    const starts = (request.body as { do?: unknown } | undefined)?.do === 'start'
    await keepByLink(ground, found.addressee, !starts)
    const ending: Ending = starts ? 'begun' : 'stopped'
    return send(reply, showEnding(ending, found.locale, found))
  })
}

/** Mail programs send a form either way; what is in it does not matter to whoever only wants an end. */
function takeForms(pages: FastifyInstance): void {
  takePlainForms(pages, 4096)
  pages.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'string', bodyLimit: 4096 },
    (_, _body, done) => done(null, {}),
  )
}

type Found = {
  addressee: Addressee
  stopped: boolean
  weekday: number
  hour: number
  locale: Locale
}

async function find(ground: Ground, request: FastifyRequest): Promise<Found | undefined> {
  const addressee = addresseeOf(ground.secret, (request as unknown as Asked).params.token)
  if (!addressee) return undefined
  const why = { reason: 'a letter’s own link', districtId: addressee.districtId }
  return asTheSystem(ground, why, async ({ db }) => {
    const choice = await readDigestChoice({ db, viewer: addressee })
    if (!choice) return undefined
    const locale = chosenLocale(request) ?? (await ownLocale({ db, viewer: addressee })) ?? localeOf(request)
    return { addressee, stopped: choice.way === 'none', weekday: choice.weekday, hour: choice.hour, locale }
  })
}

const send = (reply: FastifyReply, page: Page, status = 200) =>
  reply.status(status).headers(page.headers).type('text/html; charset=utf-8').send(page.body)
