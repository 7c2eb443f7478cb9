import type { z } from 'zod'
import { addressOf } from './address.ts'
import { beginReading, beginWaiting, noteAnswer, pause } from './network.ts'
import { NetworkAway, refusalOf } from './refusal.ts'
import { signInAgain } from './signed-out.ts'

/** What the browser knows of an endpoint: the build leaves the validators out of `contract.ts`. */
export type CallableEndpoint = {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly params?: z.ZodType | undefined
  readonly query?: z.ZodType | undefined
  readonly body?: z.ZodType | undefined
  readonly output?: z.ZodType | undefined
}

type Part<E, Name extends string> = E extends { readonly [K in Name]: infer Schema }
  ? Schema extends z.ZodType
    ? { [K in Name]: z.input<Schema> }
    : unknown
  : unknown

/** What is sent to an endpoint: only the parts it has, each as its validator takes it in. */
export type Sent<E extends CallableEndpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>

/** What an endpoint answers, as it arrives in JSON. */
export type Answer<E extends CallableEndpoint> = E extends { readonly output: infer Schema }
  ? Schema extends z.ZodType
    ? z.output<Schema>
    : undefined
  : undefined

export type CallOptions = {
  signal?: AbortSignal | undefined
  /** For asking who is signed in: a "nobody" is an answer, not a reason to show the sign-in dialog. */
  quietly?: boolean
  /** Asks once, for when something else can be done without the network. */
  once?: boolean
}

let asker: string | undefined

/**
 * Says on whose page we are from now on: the server answers nobody else, whatever became of the session
 * meanwhile in another tab or while there was no network.
 */
export function askAs(person: string | undefined): string | undefined {
  const before = asker
  asker = person
  return before
}

type Request = { method: string; url: string; body: string | undefined }

/** Calls an endpoint and answers what it answered, or throws `ApiRefusal` or `NetworkAway`. */
export async function call<E extends CallableEndpoint>(
  endpoint: E,
  sent: Sent<E>,
  options: CallOptions = {},
): Promise<Answer<E>> {
  const request = requestOf(endpoint, sent)
  let answer = await sendPatiently(request, options)
  if (answer.status === 401 && !options.quietly) {
    const refusal = await refusalOf(answer)
    if (refusal.code !== 'not_signed_in' || !(await signInAgain())) throw refusal
    answer = await sendPatiently(request, options)
  }
  if (!answer.ok) throw await refusalOf(answer)
  return (answer.status === 204 ? undefined : await answer.json()) as Answer<E>
}

function requestOf<E extends CallableEndpoint>(endpoint: E, sent: Sent<E>): Request {
  const { body } = sent as { body?: unknown }
  return {
    method: endpoint.method,
    url: addressOf(endpoint, sent as object),
    body: body === undefined ? undefined : JSON.stringify(body),
  }
}

const readAttempts = 4
const longestPause = 15_000

/**
 * Reads give up after a few tries, because the screen can say what it had kept. Writes that may be sent twice
 * (PUT and DELETE, by an id made here) keep trying until the network is back: they are somebody's work. A POST
 * is sent once and its failure is said.
 */
async function sendPatiently(request: Request, { signal, once }: CallOptions): Promise<Response> {
  const patient = request.method === 'GET' ? readAttempts : isRepeatable(request) ? Infinity : 1
  const attempts = once ? 1 : patient
  const stopReading = request.method === 'GET' ? beginReading() : undefined
  let stopWaiting: (() => void) | undefined
  try {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(request, signal)
      if (answer instanceof Response) return answer
      if (attempt >= attempts) throw answer
      if (request.method !== 'GET') stopWaiting ??= beginWaiting()
      await pause(Math.min(500 * 2 ** (attempt - 1), longestPause), signal)
    }
  } finally {
    stopReading?.()
    stopWaiting?.()
  }
}

async function send(request: Request, signal: AbortSignal | undefined): Promise<Response | NetworkAway> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (request.method !== 'GET') headers['x-cairn'] = '1'
  if (asker !== undefined) headers['x-cairn-for'] = asker
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  const patience = AbortSignal.timeout(30_000)
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    if ([502, 503, 504].includes(answer.status)) return new NetworkAway(answer.status)
    noteAnswer(answer)
    return answer
  } catch (cause) {
    if (signal?.aborted) throw cause
    return new NetworkAway(cause)
  }
}

function isRepeatable(request: Request): boolean {
  return request.method === 'PUT' || request.method === 'DELETE'
}
