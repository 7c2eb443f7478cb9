import type { FastifyInstance } from 'fastify'
import { composeCopy, type CopyContent, readYearCopy } from '../collections/copy-store.ts'
import { settledContent } from '../collections/copy.ts'
import { collectionFor } from '../collections/store.ts'
import type { Context } from '../platform/context.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { addressKey, mediaWindow } from '../platform/media-key.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import type { Locale } from '../platform/locales.ts'
import { localeOf, sayIn } from '../platform/words.ts'
import { guestHeaders } from './answer-guest.ts'
import { endOf, otherLanguage, tellingIn } from './make-page.ts'
import { showPage } from './show-page.ts'
import { nameForStrangers, withoutResting } from './showcase.ts'
import { type Previewed, readOwnName, readPreview } from './store.ts'

const kinds = { collections: previewCollection, showcases: previewShowcase, years: previewYear }
type Asked = { params: { kind: string; id: string } }

/** The very page a stranger would see, for those who decide about it: signed in, and with addresses of their own. */
export function servePreviews(app: FastifyInstance, ground: Ground, options: HttpOptions): void {
  app.get('/guest/preview/:kind/:id', async (request, reply) => {
    const { kind, id } = (request as unknown as Asked).params
    const find = Object.entries(kinds).find(([name]) => name === kind)?.[1]
    if (!find || !isId(id)) throw new Refusal('not_found')
    const locale = localeOf(request)
    const page = await inside(ground, request, reply, options, async (context) => {
      const found = await find(context, id)
      if (!found) throw new Refusal('not_found')
      return draw(ground, context, found, {
        locale,
        path: request.url.split('?')[0] ?? '',
        isYear: kind === 'years',
      })
    })
    return reply
      .headers({ ...guestHeaders, 'content-security-policy': page.policy })
      .type('text/html; charset=utf-8')
      .send(page.body)
  })
}

async function previewCollection(context: Context, id: string): Promise<Previewed | undefined> {
  const mine = await collectionFor(context, id, 'open')
  const composed = mine?.allowed ? await composeCopy(context.db, id) : undefined
  return composed && ofOwn(context, settledContent(composed.content).content)
}

async function previewYear(context: Context, id: string): Promise<Previewed | undefined> {
  const copy = await readYearCopy(context, id)
  return copy && ofOwn(context, copy.content)
}

function previewShowcase(context: Context, id: string): Promise<Previewed | undefined> {
  return readPreview(context, id)
}

async function ofOwn(context: Context, content: CopyContent): Promise<Previewed | undefined> {
  const name = await readOwnName(context)
  return name && { content, ...name, closesAt: null, resting: [] }
}

type Drawing = { locale: Locale; path: string; isYear: boolean }

function draw(
  { secret }: Ground,
  { viewer, now }: Context,
  { content, givenName, familyName, closesAt, timeZone, resting }: Previewed,
  { locale, path, isYear }: Drawing,
) {
  const { until } = mediaWindow(secret, now)
  const telling = tellingIn(locale, timeZone, (media, rendition) => {
    const key = addressKey(secret, { media, rendition, until, personId: viewer.personId }).toString('hex')
    return `/media/${media}/${rendition}?until=${until}&key=${key}`
  })
  return showPage({
    content: withoutResting(content, resting),
    name: nameForStrangers(givenName, familyName),
    locale,
    telling,
    until: closesAt
      ? telling.say('showcases.page-until', { day: endOf(locale, { closesAt, timeZone }) })
      : undefined,
    note: sayIn(locale, isYear ? 'showcases.page-year' : 'showcases.page-preview'),
    other: otherLanguage(locale, path),
  })
}
