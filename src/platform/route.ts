import type { z } from 'zod'
import type { Context } from './context.ts'
import type { Endpoint, InputOf, OutputOf } from './contract.ts'
import type { JsonText } from './database.ts'
import { type Fields, InvalidInput, Refusal } from './refusal.ts'
import type { Asker, Ground } from './transaction.ts'

type Answer<E extends Endpoint> = OutputOf<E> | JsonText<OutputOf<E>>

/** What stands outside a session: signing in, asking who is there. It may set or clear the cookie. */
export type Doorstep = {
  ground: Ground
  /** whoever holds the cookie, and whom the page says it was made for */
  asker: Asker | undefined
  device: string
  /** what a program says who it is with: the Authorization header as it came */
  authorization: string | undefined
  /** notes whose answer this is, so that a program is limited by its own requests */
  setProgram: (keyId: string) => void
  setToken: (token: string | undefined) => void
  /** of a device that stands at the door of a class */
  classTokenHash: Buffer | undefined
  setClassToken: (token: string, seconds: number) => void
  /** by which a device shows that somebody has signed in on it before */
  knownMarks: string
  keepKnownMarks: (marks: string) => void
}

export type Route = {
  endpoint: Endpoint
  inside?: (context: Context, input: never) => Promise<unknown>
  outside?: (doorstep: Doorstep, input: never) => Promise<unknown>
}

/** An endpoint and the use case that answers it, in the transaction of whoever is signed in. */
export const route = <E extends Endpoint>(
  endpoint: E,
  inside: (context: Context, input: InputOf<E>) => Promise<Answer<E>>,
): Route => ({ endpoint, inside })

/** An endpoint that answers before anyone is signed in. */
export const openRoute = <E extends Endpoint>(
  endpoint: E,
  outside: (doorstep: Doorstep, input: InputOf<E>) => Promise<Answer<E>>,
): Route => ({ endpoint, outside })

export function inputOf(
  endpoint: Endpoint,
  request: { params: unknown; query: unknown; body: unknown },
): unknown {
  const fields: Fields = {}
  const read = (schema: z.ZodType | undefined, value: unknown) => {
    const result = schema?.safeParse(value ?? {})
    if (!result) return {}
    if (result.success) return result.data
    for (const issue of result.error.issues) fields[issue.path.join('.') || 'body'] ??= issue.code
    return {}
  }
  const input = Object.assign(
    {},
    read(endpoint.body, request.body),
    read(endpoint.query, request.query),
    read(endpoint.params, request.params),
  )
  if (Object.keys(fields).length === 0) return input
  // an id that cannot be an id names nothing
  if (Object.keys(fields).some((name) => name === 'id') && endpoint.params) throw new Refusal('not_found')
  throw new InvalidInput(fields)
}
