import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askerOf } from '../platform/asker.ts'
import type { HttpOptions } from '../platform/http.ts'
import { asRefusal } from '../platform/http-errors.ts'
import { isId } from '../platform/id-form.ts'
import { takePlainForms } from '../platform/plain-forms.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { localeOf } from '../platform/words.ts'
import { mostResponseBytes } from '../providers/assertion.ts'
import { isIn } from '../providers/begin-trip.ts'
import { openTrip, type Trip, tripSeconds } from '../providers/carry-trip.ts'
import { leaveProvider, providerLeft } from './leave-provider.ts'
import type { Brought } from './read-message.ts'
import { type Known, receiveLogoutToken } from './receive-logout-token.ts'
import { receiveSignOut } from './receive-sign-out.ts'
import { type Became, offerLeaving, showLeft } from './show-left.ts'

const leavingCookie = 'cairn-leaving'
/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { id: string }; query: { readonly [name: string]: unknown } }

const asked = (request: FastifyRequest): Asked => {
  const { params, query } = request as unknown as Asked
  if (!isId(params.id)) throw new Refusal('not_found')
  return { params, query }
}

type Doors = { app: FastifyInstance; ground: Ground; origin: string; known: Known }

/** The ways out by which a browser walks: from here to a provider, from there to here, and what is read at the end. */
export async function serveSignOuts(
  app: FastifyInstance,
  ground: Ground,
  options: HttpOptions,
): Promise<void> {
  const known = { directory: new Map(), ring: new Map() }
  const doors = { app, ground, origin: options.origin, known }
  await serveComing(doors)
  serveGoing(doors)
}

/** What a provider sends: by a browser its own request or its answer to ours, and from its machine a token. */
async function serveComing({ app, ground, origin, known }: Doors): Promise<void> {
  await app.register(async (inner) => {
    takePlainForms(inner, 2 * mostResponseBytes)
    const receive = (request: FastifyRequest, reply: FastifyReply, brought: Brought) =>
      go(ground, reply, () =>
        receiveSignOut(ground, { providerId: asked(request).params.id, origin, brought }),
      )
    inner.get('/door/:id/sign-out', (request, reply) =>
      receive(request, reply, { query: (request.raw.url ?? '').split('?').slice(1).join('?') }),
    )
    inner.post('/door/:id/sign-out', { config: { standsAlone: true } }, (request, reply) =>
      receive(request, reply, { form: (request.body ?? {}) as Record<string, unknown> }),
    )
    inner.post('/door/:id/logout', { config: { standsAlone: true } }, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { logout_token: token } = (request.body ?? {}) as { logout_token?: unknown }
      return receiveLogoutToken(ground, known, { providerId: asked(request).params.id, token }).then(
        () => reply.status(200).send(),
        (error: unknown) => {
          unlessRefused(error)
          return reply.status(400).send({ error: 'invalid_request' })
        },
      )
    })
  })
}

function serveGoing({ app, ground, origin, known }: Doors): void {
  const cookie = {
    path: '/door',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: origin.startsWith('https:'),
  }
  app.get('/door/:id/leaving', async (request, reply) => {
    const { params, query } = asked(request)
    const name = await providerLeft(ground, { providerId: params.id, ticket: query['ticket'] }).catch(
      () => undefined,
    )
    if (name === undefined) return reply.redirect('/sign-in', 303)
    const leave = `/door/${params.id}/leave?ticket=${String(query['ticket'])}`
    return send(reply, offerLeaving(localeOf(request), { name, leave, isLate: 'late' in query }))
  })
  app.get('/door/:id/leave', (request, reply) =>
    go(ground, reply, async () => {
      const { params, query } = asked(request)
      const leaving = { providerId: params.id, origin, ticket: query['ticket'] }
      const way = await leaveProvider(ground, known.directory, leaving).catch(unlessRefused)
      // too late, or no key of ours opens: they are out of Cairn and read what to do about the rest
      if (!way) return `/door/${params.id}/left`
      reply.setCookie(leavingCookie, way.sealed, { ...cookie, maxAge: tripSeconds })
      return way.address
    }),
  )
  app.get('/door/:id/left', async (request, reply) => {
    const { params, query } = asked(request)
    const trip = openTrip(ground.secret, request.cookies[leavingCookie], ground.now(), 'out at')
    reply.clearCookie(leavingCookie, cookie)
    // who came in by a password, or somebody else on this device, is not told that they are out
    if (await isIn(ground, askerOf(request))) return reply.redirect('/', 303)
    const own = trip?.providerId === params.id ? trip : undefined
    return send(reply, showLeft(localeOf(request), becameOf(own, query)))
  })
}

/** SAML says whether it is done; OpenID Connect sends somebody back after it, or after they said no to it. */
function becameOf(trip: Trip | undefined, query: Asked['query']): Became {
  if ('ended' in query) return 'ended'
  if (trip?.nonce === '') return trip.state === query['state'] ? 'back' : 'perhaps'
  const isAnswer = trip !== undefined && trip.state === query['request'] && trip.nonce === query['relay']
  return isAnswer && query['done'] === 'true' ? 'there' : 'perhaps'
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}

type Page = ReturnType<typeof showLeft>
const send = (reply: FastifyReply, { headers, body }: Page) =>
  reply.headers(headers).type('text/html; charset=utf-8').send(body)

async function go(ground: Ground, reply: FastifyReply, where: () => Promise<string>): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
  try {
    return reply.redirect(await where(), 303)
  } catch (error) {
    const { code } = asRefusal(error)
    if (code === 'failed') ground.log.error({ kind: (error as Error).name }, 'a way out failed')
    return reply.redirect(`/sign-in?refused=${code}`, 303)
  }
}
