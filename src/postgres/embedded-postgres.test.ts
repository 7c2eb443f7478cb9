import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PostgresConnection, type RunningPostgres, startPostgres } from './embedded-postgres.ts'
import { asApplication, externalPostgres } from './postgres-external.ts'
import { socketFolderOf } from './postgres-socket.ts'
import { StartRefusal } from '../platform/settings.ts'

const log = () => undefined
let parent: string
let folder: string
let running: RunningPostgres

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cairn-postgres-'))
  folder = join(parent, 'postgres')
  running = await startPostgres({ folder, log, fast: true })
}, 60_000)

afterAll(async () => {
  await running.stop()
  await rm(parent, { recursive: true })
})

async function ask(connection: PostgresConnection, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('only a private socket leads to it', async () => {
  expect(await ask(running.ownerConnection, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  const { mode } = await stat(String(running.ownerConnection.host))
  expect(mode & 0o077).toBe(0)
  expect(socketFolderOf(folder)).toBe(running.ownerConnection.host)
})

test('the application can neither bypass walls nor make roles or databases', async () => {
  const role = `select current_user as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty
    from pg_roles where rolname = current_user`
  expect(await ask(running.appConnection, role)).toEqual([{ name: 'cairn_app', mighty: false }])
})

test('accents are letters', async () => {
  const words = `select lower('ÉLÈVE') as lower, to_tsvector('simple', 'ÉLÈVE')::text as found`
  expect(await ask(running.appConnection, words)).toEqual([{ lower: 'élève', found: "'élève':1" }])
})

test('a second Cairn on the same folder is refused', async () => {
  await expect(startPostgres({ folder, log })).rejects.toThrow(StartRefusal)
  await expect(startPostgres({ folder, log })).rejects.toThrow(`process ${process.pid}`)
  expect(await ask(running.appConnection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a folder with other files in it is left alone', async () => {
  const letters = join(parent, 'letters')
  await mkdir(letters)
  await writeFile(join(letters, 'letter.txt'), 'Dear grandmother')
  await expect(startPostgres({ folder: letters, log })).rejects.toThrow(/not a PostgreSQL database/)
  expect(readFileSync(join(letters, 'letter.txt'), 'utf8')).toBe('Dear grandmother')
})

test('when PostgreSQL ends by itself it is started again', async () => {
  const leader = postmaster(folder)
  process.kill(leader, 'SIGKILL')
  await expect
    .poll(() => ask(running.appConnection, 'select 1 as one').catch(() => 'away'), {
      timeout: 15_000,
      interval: 50,
    })
    .toEqual('away')
  await expect
    .poll(() => ask(running.appConnection, 'select 1 as one').catch(() => 'away'), {
      timeout: 15_000,
      interval: 50,
    })
    .toEqual([{ one: 1 }])
  expect(postmaster(folder)).not.toBe(leader)
}, 30_000)

function postmaster(place: string): number {
  return Number(readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** The running one as somebody else's, reached by an address. */
function address(query = ''): string {
  const host = encodeURIComponent(String(running.ownerConnection.host))
  return `postgres://postgres@/cairn?host=${host}${query}`
}

test('a PostgreSQL that was there is worked with as the same role, which RESET ROLE does not leave', async () => {
  const external = await externalPostgres(address())
  const client = new pg.Client(external.appConnection)
  await client.connect()
  await client.query('reset role')
  const found = await client.query('select current_user as role, session_user as login')
  await client.end()
  expect(found.rows).toEqual([{ role: 'cairn_app', login: 'postgres' }])
  await external.stop()
})

test('options that the address already has are kept', async () => {
  const url = asApplication(address('&options=-c%20statement_timeout%3D5s'))
  expect(await ask({ connectionString: url }, 'show statement_timeout')).toEqual([
    { statement_timeout: '5s' },
  ])
  expect(await ask({ connectionString: url }, 'select current_user as role')).toEqual([{ role: 'cairn_app' }])
})

test.each([
  ['postgres://cairn:hunter2@127.0.0.1:1/cairn', /cannot reach the database at 127\.0\.0\.1:1/],
  ['postgres://cairn:hunter2@nowhere.invalid/cairn', /cannot reach the database at nowhere\.invalid/],
])('%s is refused with a sentence, without its password', async (url, sentence) => {
  await expect(externalPostgres(url)).rejects.toThrow(sentence)
  await expect(externalPostgres(url)).rejects.toThrow(StartRefusal)
  await expect(externalPostgres(url)).rejects.not.toThrow(/hunter2/)
})

test('a database that is missing is said so', async () => {
  const url = address().replace('/cairn?', '/elsewhere?')
  await expect(externalPostgres(url)).rejects.toThrow(/does not exist.*CREATE DATABASE/)
})

test('a role that could bypass the walls is refused', async () => {
  await ask(running.ownerConnection, 'alter role cairn_app bypassrls')
  try {
    await expect(externalPostgres(address())).rejects.toThrow(/NOBYPASSRLS/)
  } finally {
    await ask(running.ownerConnection, 'alter role cairn_app nobypassrls')
  }
})
