import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askingsShown, longestAnswer } from '../askings/asking.ts'
import { newestAskings } from '../askings/store.ts'
import { readFamilyDefenses } from '../defenses/family-store.ts'
import { insertAnswerOf } from '../askings/keeping-store.ts'
import { listSessions } from '../people/store.ts'
import type { Context } from '../platform/context.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { isSignedOut, orSignIn, takePlainForms } from '../platform/plain-forms.ts'
import { isFromElsewhere } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { localeOf } from '../platform/words.ts'
import { readChildren } from '../work/piece-store.ts'
import { readingOf, serveWords } from './serve-words.ts'
import { type FamilyPage, showChildren, wordingsOfPage } from './show-children.ts'
import { type KeptWords, showKeptWords } from './show-kept-words.ts'
import { waitingWalkthroughs } from '../walkthroughs/store.ts'

/** The family's page for whatever browser there is; the app at /family shows the same and more. */
export async function serveChildren(
  app: FastifyInstance,
  ground: Ground,
  options: HttpOptions,
): Promise<void> {
  await app.register(async (pages) => {
    takePlainForms(pages, 16_384)
    pages.get('/children', async (request, reply) => {
      const asked = request.query as { answered?: unknown }
      const page = await orSignIn(reply, '/children', () =>
        inside(ground, request, reply, options, async (context) => {
          const page = await readPage(context)
          const reading = await readingOf(request, context, wordingsOfPage(page))
          return showChildren(page, reading, asked.answered !== undefined)
        }),
      )
      return page && reply.headers(page.headers).type('text/html; charset=utf-8').send(page.body)
    })
    serveWords(pages, { ground, options, gather: async (context) => wordingsOfPage(await readPage(context)) })
    // a plain form cannot say x-cairn; the cookie is not sent from another site, and its browser says so besides
    pages.post('/children/answers', { config: { standsAlone: true } }, async (request, reply) => {
      if (isFromElsewhere(request.headers['sec-fetch-site'])) throw new Refusal('other_site')
      const typed = typedIn(request)
      try {
        await inside(ground, request, reply, options, (context) => keepAnswer(context, typed))
      } catch (error) {
        return sendKept(request, reply, typed, error)
      }
      return reply.redirect('/children?answered=1', 303)
    })
  })
}

async function readPage(context: Context): Promise<FamilyPage> {
  const children = JSON.parse((await readChildren(context)).text) as FamilyPage['children']
  const defenses = JSON.parse((await readFamilyDefenses(context)).text) as FamilyPage['defenses']
  const sessions = await listSessions(context)
  return {
    children,
    defenses,
    askings: await newestAskings(context, { each: askingsShown }),
    devices: sessions.map(({ device, lastSeenAt, here }) => ({ device, at: lastSeenAt, here })),
    recordings: await waitingWalkthroughs(context),
  }
}

function sendKept(request: FastifyRequest, reply: FastifyReply, typed: KeptWords, error: unknown) {
  if (!(error instanceof Refusal)) throw error
  const locale = localeOf(request)
  const page = showKeptWords(typed, locale, isSignedOut(error))
  return reply.status(error.status).headers(page.headers).type('text/html; charset=utf-8').send(page.body)
}

/** A browser counts a line's end once and sends it as two signs: nothing is cut off that it let somebody type. */
function typedIn(request: FastifyRequest): KeptWords {
  const { id = '', asking = '', words = '' } = (request.body ?? {}) as Record<string, string | undefined>
  const typed = words.replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim()
  return { id, asking, words: typed.slice(0, longestAnswer).toWellFormed() }
}

async function keepAnswer(context: Context, { id, asking, words }: KeptWords): Promise<void> {
  if (!isId(id) || !isId(asking)) throw new Refusal('not_found')
  if (words !== '') await insertAnswerOf(context, { id, askingId: asking, body: words })
}
