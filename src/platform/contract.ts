import { z } from 'zod'

/**
 * An endpoint of the API, described once: the server's handler types, the browser's client, the published
 * OpenAPI document and the contract tests all come from this.
 */
export type Endpoint = {
  name: string
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** as in `/api/pieces/:id` */
  path: `/${string}`
  summary: string
  /** false for the few that answer before anyone is signed in */
  signedIn?: boolean
  /** for a program with a key (docs/programs.md), and what its key must be allowed to read */
  program?: string
  /** true for the few that answer on a device that a teacher handed to a class (docs/decisions/0032) */
  whileHandedOver?: boolean
  /** true for the few that answer before somebody has chosen a password of their own (docs/decisions/0063) */
  whileChoosing?: boolean
  /** true for what somebody of whoever hosts Cairn sees while a district lets them in (src/support/support.ts) */
  forSupport?: boolean
  /** in bytes, where a body may be larger than usual */
  largestBody?: number
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  output: z.ZodType
}

export const endpoint = <const E extends Endpoint>(described: E): E => described

/** What a use case is given: the path's, the query's and the body's fields in one object. */
export type InputOf<E extends Endpoint> = PartOf<E, 'params'> & PartOf<E, 'query'> & PartOf<E, 'body'>

type PartOf<E, Name extends string> = E extends { readonly [K in Name]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : unknown

export type OutputOf<E extends Endpoint> = z.output<E['output']>

/** Ids are made on the device (UUIDv7), so that a write can be sent twice and is kept once. */
export const Id = z.uuid()
export const ById = z.strictObject({ id: Id })
export const Moment = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Done = z.strictObject({ done: z.literal(true) })
export const done = { done: true } as const

/** Words a person writes. NUL and half characters cannot be stored; everything else is kept as it was typed. */
export const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'no NUL, no half characters')
