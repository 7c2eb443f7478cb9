import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { inject } from 'vitest'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { findFilms } from '../../src/films/find-films.ts'
import { openProgram, type Program } from '../../src/entry/program.ts'
import type { Senders } from '../../src/mail/message.ts'
import type { Endpoint, InputOf, OutputOf } from '../../src/platform/contract.ts'
import { cast, castMember, testMorning } from './cast.ts'

/** The whole program on a database of its own, and the cast in front of it. */
export type School = {
  program: Program
  /** asks as a member of the cast, signed in over HTTP; `null` is somebody signed out */
  as: (key: string | null) => Visitor
  clock: { now: Date }
  /** so many days later: sessions have run out meanwhile, so everybody signs in anew */
  later: (days: number) => void
  connection: pg.PoolConfig
  close: () => Promise<void>
}

type Parts<E extends Endpoint> = { [K in 'params' | 'query' | 'body']?: unknown } & {
  readonly of?: InputOf<E>
}

export type Answered<T> = { status: number; body: T; code: string | undefined; text: string }

export type Visitor = {
  ask: <E extends Endpoint>(endpoint: E, parts?: Parts<E>) => Promise<Answered<OutputOf<E>>>
  cookie: () => Promise<string>
}

type Options = {
  works?: boolean
  largestFile?: number
  localAddresses?: boolean
  mostRequests?: number
  origin?: string
  linkStands?: string[]
  linkTurn?: number
  senders?: Senders
}

export async function openSchool(options: Options = {}): Promise<School> {
  const host = inject('postgresFolder')
  const database = `school_${newId().replaceAll('-', '')}`
  await asOwner(host, `create database ${database} template cairn`)
  const folder = mkdtempSync(join(tmpdir(), 'cairn-school-'))
  const connection = { host, port: 5432, user: 'cairn_app', database, ...unhurried }
  const school = await schoolOn(connection, folder, options)
  return {
    ...school,
    close: async () => {
      await school.close()
      await asOwner(host, `drop database ${database} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A machine that stands still for some seconds is no server that is overwhelmed. */
const unhurried = { connectionTimeoutMillis: 60_000 }

/** The whole program on a database and files that are there already. */
export async function schoolOn(
  connection: pg.PoolConfig,
  mediaFolder: string,
  options: Options = {},
): Promise<School> {
  const clock = { now: testMorning }
  const program = await openProgram({
    connection,
    mediaFolder,
    secret: 'a secret for tests',
    now: () => clock.now,
    log: { info: () => {}, error: (facts) => console.error(JSON.stringify(facts)) },
    works: options.works ?? false,
    localAddresses: options.localAddresses ?? false,
    linkStands: options.linkStands,
    linkTurn: options.linkTurn,
    films: findFilms(),
    largestFile: options.largestFile,
    senders: options.senders,
    origin: options.origin ?? 'http://localhost:4000',
    checkAnswers: true,
    mostRequests: options.mostRequests ?? 1_000_000,
  })
  const visitors = new Map<string | null, Visitor>()
  return {
    program,
    clock,
    later: (days) => {
      clock.now = new Date(clock.now.getTime() + days * 24 * 3_600_000)
      visitors.clear()
    },
    connection,
    as: (key) => {
      const visitor = visitors.get(key) ?? visitorOf(program, key)
      visitors.set(key, visitor)
      return visitor
    },
    close: () => program.close(),
  }
}

async function asOwner(host: string, statement: string): Promise<void> {
  const client = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

function visitorOf(program: Program, key: string | null): Visitor {
  let cookie: Promise<string> | undefined
  const signedIn = () => (cookie ??= key === null ? Promise.resolve('') : signIn(program, key))
  return {
    cookie: signedIn,
    ask: async (endpoint, parts = {}) => {
      const answer = await program.app.inject({
        method: endpoint.method,
        url: addressOf(endpoint, parts),
        headers: { cookie: await signedIn(), 'x-cairn': '1', 'accept-language': 'en' },
        ...(parts.body === undefined ? {} : { payload: parts.body as object }),
      })
      const body = answer.body === '' ? undefined : JSON.parse(answer.body)
      return { status: answer.statusCode, body, code: body?.error?.code, text: answer.body }
    },
  }
}

export function addressOf(endpoint: Endpoint, parts: { params?: unknown; query?: unknown }): string {
  const params = (parts.params ?? {}) as Record<string, string>
  const query = new URLSearchParams((parts.query ?? {}) as Record<string, string>).toString()
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  return query === '' ? path : `${path}?${query}`
}

async function signIn(program: Program, key: string): Promise<string> {
  const { username, password } = castMember(key)
  const answer = await program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload: { username, password: password ?? demoPassword },
  })
  const cookie = answer.cookies[0]
  if (!cookie) throw new Error(`${key} could not sign in: ${answer.body}`)
  return `${cookie.name}=${cookie.value}`
}

export const idOf = (key: string): string => castMember(key).id
export const classOf = (key: string): string => {
  const found = cast.classes.find((one) => one.key === key)
  if (!found) throw new Error(`there is no class ${key}`)
  return found.id
}
