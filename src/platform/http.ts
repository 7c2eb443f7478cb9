import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { askerOf, cookieName, headerOf, sayingWho, tokenOf } from './asker.ts'
import type { Endpoint } from './contract.ts'
import { JsonText } from './database.ts'
import { answerError } from './http-errors.ts'
import { KnownSessions } from './known-sessions.ts'
import { madeHeader, readMade } from './made.ts'
import { limitRequests } from './limit-requests.ts'
import { refuseOtherSites } from './other-sites.ts'
import { Refusal } from './refusal.ts'
import { type Doorstep, inputOf, type Route } from './route.ts'
import { permissionsPolicy, securityHeaders } from './security-headers.ts'
import { hashOfToken } from './session-token.ts'
import { asViewer, type Ground, type Reach } from './transaction.ts'

/** Says that this device stands at the door of a class: to that door, and on the way to a district's provider. */
const classCookieName = 'cairn-class'
const knownCookieName = 'cairn-known'
const classCookiePaths = ['/api/class-door', '/door']
/** On every answer to somebody signed in: whose it is. */
const personHeader = 'x-cairn-person'
/** On every answer to a program: whose key it was. */
const programHeader = 'x-cairn-program'

export type HttpOptions = {
  /** the address people type; cookies are marked Secure when it is https */
  origin: string
  /** tests check every answer against its contract */
  checkAnswers?: boolean
  /** whose word for the client's address is taken: web servers in front; whoever is on this machine, if nobody is named */
  proxies?: string | undefined
  /** of one person in a minute; everybody at one address who is not signed in has ten times as many together */
  mostRequests?: number
}

/** Everything every answer has: security headers, limits, one way to refuse, one line in the log. */
export async function openHttp(ground: Ground, options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: options.proxies ?? 'loopback',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    // an upload may pause for long on a weak network; the tus endpoint resumes it
    requestTimeout: 0,
    keepAliveTimeout: 65_000,
  })
  app.setErrorHandler((error, request, reply) => answerError(ground.log, error, request, reply))
  await app.register(cookie)
  await app.register(helmet, securityHeaders(options.origin))
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  const known = new KnownSessions()
  await limitRequests(app, known, options.mostRequests ?? 1200)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', permissionsPolicy)
    refuseOtherSites(request, options.origin)
  })
  app.addHook('onResponse', async (request, reply) => {
    const token = sayingWho(request)
    if (token && (reply.hasHeader(personHeader) || reply.hasHeader(programHeader))) known.note(token, true)
    else if (token && reply.statusCode === 401) known.note(token, false)
    ground.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? '-',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  return app
}

export function serve(app: FastifyInstance, ground: Ground, routes: Route[], options: HttpOptions): void {
  for (const route of routes) {
    const { endpoint } = route
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.largestBody === undefined ? {} : { bodyLimit: endpoint.largestBody }),
      handler: async (request, reply) => {
        const input = inputOf(endpoint, request) as never
        const answer = route.outside
          ? await route.outside({ ...doorstep(ground, request, reply, options) }, input)
          : await inside(ground, request, reply, { ...options, ...reachOf(endpoint) }, (context) =>
              required(route.inside)(context, input),
            )
        reply.header('cache-control', 'private, no-store').type('application/json; charset=utf-8')
        const text = answer instanceof JsonText ? answer.text : JSON.stringify(answer)
        if (options.checkAnswers) endpoint.output.parse(JSON.parse(text))
        if (endpoint.program !== undefined && isKnown(request, reply, text)) return reply.status(304).send()
        return reply.send(text)
      },
    })
  }
}

/** Marks an answer by what it says (weakly: it travels compressed in several ways); true for whoever holds that one. */
function isKnown(request: FastifyRequest, reply: FastifyReply, text: string): boolean {
  const tag = `W/"${hashOfToken(text).toString('base64url')}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  return (headerOf(request, 'if-none-match') ?? '').split(', ').includes(tag)
}

const reachOf = ({ whileHandedOver, whileChoosing, forSupport }: Endpoint): Reach => ({
  whileHandedOver,
  whileChoosing,
  forSupport,
})

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a route has neither an inside nor an outside')
  return value
}

export function doorstep(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  options: HttpOptions,
): Doorstep {
  const { [classCookieName]: classToken, [knownCookieName]: knownMarks = '' } = request.cookies
  const keep = (name: string, value: string, path: string, maxAge: number) =>
    void reply.setCookie(name, value, { ...attributesOf(options), path, maxAge })
  return {
    ground,
    authorization: request.headers.authorization,
    setProgram: (keyId) => void reply.header(programHeader, keyId),
    asker: askerOf(request),
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    setToken: (fresh) => keepToken(reply, fresh, options),
    classTokenHash: classToken === undefined ? undefined : hashOfToken(classToken),
    setClassToken: (fresh, seconds) =>
      classCookiePaths.forEach((path) => keep(classCookieName, fresh, path, seconds)),
    knownMarks,
    keepKnownMarks: (marks) => keep(knownCookieName, marks, '/api/session', 180 * 24 * 3600),
  }
}

const cookieSeconds = 14 * 24 * 3600

export function keepToken(reply: FastifyReply, token: string | undefined, options: HttpOptions): void {
  const attributes = attributesOf(options)
  if (token === undefined) reply.clearCookie(cookieName, attributes)
  else reply.setCookie(cookieName, token, { ...attributes, maxAge: cookieSeconds })
}

const attributesOf = (options: HttpOptions) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: options.origin.startsWith('https:'),
})

/** Runs work in the transaction of whoever is signed in, and keeps a session in use alive. */
export async function inside<T>(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  options: HttpOptions & Reach,
  work: Parameters<typeof asViewer<T>>[2],
): Promise<T> {
  const token = tokenOf(request)
  const asker = askerOf(request)
  if (token === undefined || !asker) throw new Refusal('not_signed_in')
  return asViewer(
    ground,
    asker,
    async (context, session) => {
      reply.header(personHeader, context.viewer.personId)
      // so that a device knows how wrong its clock is
      reply.header('x-cairn-now', context.now.toISOString())
      const idle = context.now.getTime() - session.lastSeenAt.getTime()
      // one that waits for a password ends when it was to end, however often it is asked about
      if (!session.asksPassword && idle > Math.min(3_600_000, session.lastsSeconds * 250)) {
        await context.db
          .updateTable('session')
          .set({
            last_seen_at: context.now,
            expires_at: new Date(context.now.getTime() + session.lastsSeconds * 1000),
          })
          .where('id', '=', context.viewer.sessionId)
          .execute()
        keepToken(reply, token, options)
      }
      const made = readMade(headerOf(request, madeHeader), context.now)
      return work({ ...context, made }, session)
    },
    options,
  )
}
