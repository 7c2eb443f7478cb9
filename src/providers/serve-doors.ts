import type { FastifyInstance, FastifyReply } from 'fastify'
import { doorstep, type HttpOptions } from '../platform/http.ts'
import { asRefusal } from '../platform/http-errors.ts'
import { isId } from '../platform/id-form.ts'
import { takePlainForms } from '../platform/plain-forms.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { describeUs } from './describe-us.ts'
import { type Directory, ProviderTrouble } from './ask-provider.ts'
import { beginTrip } from './begin-trip.ts'
import { mostResponseBytes } from './assertion.ts'
import { tripSeconds } from './carry-trip.ts'
import { finishSaml, receiveAssertion } from './receive-assertion.ts'
import { returnFromTrip } from './return-from-trip.ts'

const tripCookie = 'cairn-trip'
/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { id: string }; query: { to?: unknown } }

/**
 * The way to a provider and back is walked by the browser itself, so these are addresses and no part of the API.
 * Both end on the sign-in page, which knows what to say or where to go on.
 */
export async function serveDoors(app: FastifyInstance, ground: Ground, options: HttpOptions): Promise<void> {
  await serveSaml(app, ground, options)
  const directory: Directory = new Map()
  const cookie = {
    path: '/door',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: options.origin.startsWith('https:'),
  }
  app.get('/door/:id', async (request, reply) => {
    const { params, query } = request as unknown as Asked
    const asked = {
      providerId: idIn(params.id),
      origin: options.origin,
      to: typeof query.to === 'string' ? query.to.slice(0, 500) : '/',
      here: doorstep(ground, request, reply, options),
    }
    return settle(ground, reply, async () => {
      const { address, sealed } = await beginTrip(ground, directory, asked)
      reply.setCookie(tripCookie, sealed, { ...cookie, maxAge: tripSeconds })
      return address
    })
  })
  app.get('/door/:id/back', async (request, reply) => {
    const { params } = request as unknown as Asked
    const sealed = request.cookies[tripCookie]
    // one answer to one question: whatever comes of it, this trip is over
    reply.clearCookie(tripCookie, cookie)
    return settle(ground, reply, async () => {
      const address = new URL(request.raw.url ?? '/', options.origin)
      const providerId = idIn(params.id)
      const here = doorstep(ground, request, reply, options)
      const answer = address.searchParams.get('answer')
      const to = await (answer === null
        ? returnFromTrip(here, { providerId, sealed, address, directory })
        : finishSaml(here, { providerId, sealed, answer }))
      return `/sign-in?arrived&to=${encodeURIComponent(to)}`
    })
  })
}

/** The two addresses that only SAML needs: what we say of ourselves, and where answers are brought from elsewhere. */
async function serveSaml(app: FastifyInstance, ground: Ground, { origin }: HttpOptions): Promise<void> {
  await app.register(async (doors) => {
    takePlainForms(doors, 2 * mostResponseBytes)
    doors.get('/door/:id/metadata', async (request, reply) => {
      const { params } = request as unknown as Asked
      return reply.type('application/samlmetadata+xml').send(await describeUs(ground, origin, params.id))
    })
    doors.post('/door/:id/saml', { config: { standsAlone: true } }, async (request, reply) => {
      const providerId = idIn((request as unknown as Asked).params.id)
      const { SAMLResponse: response } = (request.body ?? {}) as { SAMLResponse?: unknown }
      return settle(ground, reply, async () => {
        if (typeof response !== 'string') throw new Refusal('provider_refused')
        const answer = await receiveAssertion(ground, { providerId, origin, response })
        return `/door/${providerId}/back?answer=${answer}`
      })
    })
  })
}

const idIn = (id: string): string => (isId(id) ? id : '00000000-0000-0000-0000-000000000000')

async function settle(
  ground: Ground,
  reply: FastifyReply,
  where: () => Promise<string>,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
  try {
    return reply.redirect(await where(), 303)
  } catch (error) {
    const code = error instanceof ProviderTrouble ? 'provider_away' : asRefusal(error).code
    if (code === 'failed') ground.log.error({ kind: (error as Error).name }, 'a way in failed')
    return reply.redirect(`/sign-in?refused=${code}`, 303)
  }
}
