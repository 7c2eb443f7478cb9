import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readConference } from '../conferences/meeting-store.ts'
import { ownLocale, timeZoneHere } from '../people/reader-store.ts'
import type { Context } from '../platform/context.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { isSignedOut, orSignIn, takePlainForms } from '../platform/plain-forms.ts'
import { isFromElsewhere } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { chosenLocale, localeOf } from '../platform/words.ts'
import { answerWalkthrough } from './answer-walkthrough.ts'
import { AnswerWalkthrough } from './contract.ts'
import {
  nameOfPage,
  pagePath,
  type Recorded,
  sayer,
  showUnsent,
  showWalkthrough,
  type Typed,
} from './show-walkthrough.ts'
import { readSaid, readWalkthrough } from './store.ts'
import { pagesShown, timedByPage } from './walkthrough.ts'

/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { id: string }; query: { answered?: unknown } }

/** A walkthrough for whatever browser there is; the app at /conferences turns its pages by itself. */
export async function serveWalkthroughs(
  app: FastifyInstance,
  ground: Ground,
  options: HttpOptions,
): Promise<void> {
  const localeFor = async (context: Context, request: FastifyRequest) =>
    chosenLocale(request) ?? (await ownLocale(context)) ?? localeOf(request)
  await app.register(async (pages) => {
    takePlainForms(pages, 16_384)
    pages.get('/children/conferences/:id', async (request, reply) => {
      const { params, query } = request as unknown as Asked
      const page = await orSignIn(reply, pagePath(params.id), () =>
        inside(ground, request, reply, options, async (context) => {
          const recorded = await readRecorded(context, params.id)
          return showWalkthrough(recorded, await localeFor(context, request), query.answered !== undefined)
        }),
      )
      return page && reply.headers(page.headers).type('text/html; charset=utf-8').send(page.body)
    })
    pages.get('/children/conferences/:id/pages.vtt', async (request, reply) => {
      const { params } = request as unknown as Asked
      const cues = await inside(ground, request, reply, options, async (context) => {
        const { walkthrough } = await readRecorded(context, params.id)
        const say = sayer(await localeFor(context, request))
        const names = pagesShown(walkthrough).map((page) => nameOfPage(walkthrough, page, say))
        return timedByPage(walkthrough, names, walkthrough.media.seconds)
      })
      return reply
        .headers({ 'cache-control': 'private, no-store' })
        .type('text/vtt; charset=utf-8')
        .send(cues)
    })
    // a plain form cannot say x-cairn; the cookie is not sent from another site, and its browser says so besides
    pages.post('/children/conferences/:id/answers', { config: { standsAlone: true } }, (request, reply) => {
      if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
      const { id } = (request as unknown as Asked).params
      return takeAnswer(request, reply, id, (work) => inside(ground, request, reply, options, work))
    })
  })
}

async function readRecorded(context: Context, id: string): Promise<Recorded> {
  if (!isId(id)) throw new Refusal('not_found')
  const walkthrough = JSON.parse((await readWalkthrough(context, id)).text) as Recorded['walkthrough'] | null
  if (!walkthrough) throw new Refusal('not_found')
  const meeting = JSON.parse((await readConference(context, id)).text) as Recorded['meeting']
  return { walkthrough, meeting, said: await readSaid(context, id), timeZone: await timeZoneHere(context) }
}

async function takeAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  inContext: (work: (context: Context) => Promise<void>) => Promise<void>,
) {
  const typed = typedIn(request)
  try {
    await inContext(async (context) => {
      if (!isId(id) || !isId(typed.id)) throw new Refusal('not_found')
      const body = AnswerWalkthrough.body.safeParse({
        conferenceId: id,
        kind: typed.kind,
        words: typed.words,
      })
      if (!body.success) throw new Refusal('invalid')
      await answerWalkthrough(context, { id: typed.id, ...body.data })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const page = showUnsent(id, typed, { locale: localeOf(request), signedOut: isSignedOut(error) })
    return reply.status(error.status).headers(page.headers).type('text/html; charset=utf-8').send(page.body)
  }
  return reply.redirect(`${pagePath(id)}?answered=1`, 303)
}

/** A browser sends a line's end as two signs. */
function typedIn(request: FastifyRequest): Typed {
  const { id = '', kind = '', words = '' } = (request.body ?? {}) as Record<string, string | undefined>
  return { id, kind, words: words.replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim().toWellFormed() }
}
