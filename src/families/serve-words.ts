import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../platform/context.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { isLocale, type Locale } from '../platform/locales.ts'
import { orSignIn } from '../platform/plain-forms.ts'
import { isFromElsewhere } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { chosenLocale, localeOf } from '../platform/words.ts'
import { chooseReading, knownTranslations, readPieceWords, readReading } from '../translations/store.ts'
import { mayReadTranslated } from '../translations/translator-store.ts'
import { translateWords } from '../translations/translate-words.ts'
import type { Wording } from '../translations/translation.ts'
import { noteLook } from '../work/piece-store.ts'
import { wordingsOf, showWork } from './show-work.ts'
import type { Reading } from './show-words.ts'

/** The words on the family's page: asked again for whoever has them translated. */
export type Gather = (context: Context) => Promise<Wording[]>

/** What a page knows of its reader, with the translations that are kept of these words. */
export async function readingOf(
  request: FastifyRequest,
  context: Context,
  wordings: readonly Wording[],
): Promise<Reading & { timeZone: string }> {
  const { offered, language, locale: own, timeZone } = await readReading(context)
  const locale: Locale = chosenLocale(request) ?? (isLocale(own) ? own : localeOf(request))
  const translationOf =
    language === null ? () => undefined : await knownTranslations(context.db, language, wordings)
  const { translated } = request.query as { translated?: string }
  const outcome = translated === 'away' || translated === 'made' ? translated : undefined
  const path = (request.url.split('?')[0] ?? '') || '/children'
  return { locale, offered, language, translationOf, path, outcome, timeZone }
}

type Serving = { ground: Ground; options: HttpOptions; gather: Gather }

/** A piece's words; and for each page of the family, choosing a language and having its words translated. */
export function serveWords(pages: FastifyInstance, serving: Serving): void {
  const { ground, options } = serving
  pages.get('/children/work/:id', async (request, reply) => {
    const { id } = request.params as { id: string }
    const page = await orSignIn(reply, `/children/work/${id}`, () =>
      inside(ground, request, reply, options, async (context) => {
        const piece = await pieceFor(context, id)
        await noteLook(context, id)
        const reading = await readingOf(request, context, wordingsOf(piece))
        return showWork(piece, reading, reading.timeZone)
      }),
    )
    return page && reply.headers(page.headers).type('text/html; charset=utf-8').send(page.body)
  })
  // plain forms cannot say x-cairn; the cookie is not sent from another site, and its browser says so besides
  const form = { config: { standsAlone: true } }
  pages.post('/children/language', form, (request, reply) => choose(request, reply, serving))
  pages.post('/children/translated', form, (request, reply) =>
    translate(request, reply, { ...serving, to: askedIn(request).to }),
  )
}

/** Whoever chose a language wants to read in it: no second tap. */
async function choose(request: FastifyRequest, reply: FastifyReply, serving: Serving) {
  const { to, language } = askedIn(request)
  const chosen = await orSignIn(reply, to, () =>
    inside(serving.ground, request, reply, serving.options, async (context) => {
      const { offered } = await demandReading(context)
      const found = offered.find((one) => one === language) ?? null
      await chooseReading(context, found)
      return { found }
    }),
  )
  if (!chosen) return reply
  return chosen.found === null ? reply.redirect(to, 303) : translate(request, reply, { ...serving, to })
}

type Translating = Serving & { to: string }

async function translate(request: FastifyRequest, reply: FastifyReply, asked: Translating) {
  const { ground, options, gather, to } = asked
  const id = /^\/children\/work\/(.+)$/.exec(to)?.[1]
  const all = await orSignIn(reply, to, () =>
    translateWords(
      ground,
      (work) => inside(ground, request, reply, options, work),
      async (context) => {
        await demandReading(context)
        return id === undefined ? gather(context) : wordingsOf(await pieceFor(context, id))
      },
    ),
  )
  if (all === undefined) return reply
  return reply.redirect(`${to}?translated=${all ? 'made' : 'away'}`, 303)
}

/** Only ever back to a page of the family's. */
function askedIn(request: FastifyRequest): { to: string; language: string } {
  if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
  const { to = '', language = '' } = (request.body ?? {}) as Record<string, string | undefined>
  const id = /^\/children\/work\/([\w-]+)$/.exec(to)?.[1]
  return { to: id !== undefined && isId(id) ? to : '/children', language }
}

async function demandReading(context: Context) {
  if (!(await mayReadTranslated(context))) throw new Refusal('not_found')
  return readReading(context)
}

async function pieceFor(context: Context, id: string) {
  const piece = isId(id) ? await readPieceWords(context, id) : undefined
  if (!piece) throw new Refusal('not_found')
  return piece
}
