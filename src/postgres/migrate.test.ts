import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type PostgresConnection, type RunningPostgres, startPostgres } from './embedded-postgres.ts'
import { asKnownTo, migrate, readMigrations } from './migrate.ts'
import { StartRefusal } from '../platform/settings.ts'
import { tablesWithoutDistrict } from './stamp-walls.ts'

const bearPaw = `
  create table district (id uuid primary key, district_id uuid not null generated always as (id) stored);
  create table drawing (number bigint generated always as identity, district_id uuid not null, title text not null);
  create view titled_drawing with (security_invoker = true) as select * from drawing where title <> '';`
const [here, there] = [randomUUID(), randomUUID()]

let parent: string
let running: RunningPostgres
let folder: string
let owner: PostgresConnection
let app: PostgresConnection
let said: string[]

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cairn-migrate-'))
  running = await startPostgres({ folder: join(parent, 'postgres'), log: () => undefined, fast: true })
}, 60_000)

afterAll(async () => {
  await running.stop()
  await rm(parent, { recursive: true })
})

beforeEach(async () => {
  const database = `d${randomUUID().replaceAll('-', '')}`
  await as(running.ownerConnection, (client) => client.query(`create database ${database}`))
  owner = { ...running.ownerConnection, database }
  app = { ...running.appConnection, database }
  folder = join(parent, database)
  await mkdir(folder)
  said = []
})

const write = (name: string, text: string) => writeFile(join(folder, name), text)
const run = () => migrate(owner, { folder, log: (sentence) => said.push(sentence) })

async function as<T>(connection: PostgresConnection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function twoDistricts(): Promise<void> {
  await write('0001-bear-paw.sql', bearPaw)
  await run()
  await as(owner, async (client) => {
    await client.query('insert into district (id) values ($1), ($2)', [here, there])
    await client.query(`insert into drawing (district_id, title) values ($1, 'ours'), ($2, 'theirs')`, [
      here,
      there,
    ])
  })
}

test('files are run in order, once, and said', async () => {
  await write('0002-wolf.sql', `insert into wolf (district_id) values ('${here}')`)
  await write('0001-den.sql', 'create table wolf (district_id uuid not null)')
  await run()
  await run()
  expect(said.map((sentence) => sentence.replace(/.*: /, ''))).toEqual(['0001-den', '0002-wolf'])
  const wolves = await as(owner, (client) => client.query('select from wolf'))
  expect(wolves.rowCount).toBe(1)
})

test('two programs that start at once do not run a file twice', async () => {
  await write('0001-bear-paw.sql', bearPaw)
  await Promise.all([run(), run(), run()])
  expect(said).toHaveLength(1)
})

test('the application sees one district or nothing, in tables and in views', async () => {
  await twoDistricts()
  await as(app, async (client) => {
    expect((await client.query('select from drawing')).rowCount).toBe(0)
    await client.query("select set_config('cairn.district', '', false)")
    expect((await client.query('select from drawing')).rowCount).toBe(0)
    await client.query("select set_config('cairn.district', $1, false)", [here])
    for (const relation of ['drawing', 'titled_drawing']) {
      expect((await client.query(`select title from ${relation}`)).rows).toEqual([{ title: 'ours' }])
    }
    expect((await client.query('select id from district')).rows).toEqual([{ id: here }])
    expect((await client.query("update drawing set title = 'changed'")).rowCount).toBe(1)
    expect((await client.query('delete from drawing where district_id = $1', [there])).rowCount).toBe(0)
  })
})

test('the application writes into its own district only', async () => {
  await twoDistricts()
  await as(app, async (client) => {
    await client.query("select set_config('cairn.district', $1, false)", [here])
    const add = (district: string) =>
      client.query("insert into drawing (district_id, title) values ($1, 'new')", [district])
    expect((await add(here)).rowCount).toBe(1)
    await expect(add(there)).rejects.toThrow('row-level security')
    await expect(client.query('update drawing set district_id = $1', [there])).rejects.toThrow(
      'row-level security',
    )
  })
})

test('the application can neither take the wall down nor reach what has no district', async () => {
  await write('0001-door.sql', 'create table sign_in_throttle (name_hash bytea primary key)')
  await run()
  await as(app, async (client) => {
    expect(tablesWithoutDistrict).toContain('sign_in_throttle')
    for (const table of tablesWithoutDistrict) {
      await expect(client.query(`select from ${table}`)).rejects.toThrow('permission denied')
    }
    await expect(client.query('create table mine ()')).rejects.toThrow('permission denied')
    await expect(client.query('set role postgres')).rejects.toThrow('permission denied')
  })
})

test('a wall that was taken down is put up again', async () => {
  await twoDistricts()
  await as(owner, (client) => client.query('alter table drawing disable row level security'))
  await run()
  await as(owner, (client) => client.query('alter policy same_district on drawing using (true)'))
  await run()
  expect(await as(app, (client) => client.query('select from drawing'))).toMatchObject({ rowCount: 0 })
})

test('what already stands is not touched again', async () => {
  await twoDistricts()
  const stamp = () => as(owner, (client) => client.query('select oid, xmin from pg_policy order by oid'))
  const before = (await stamp()).rows
  expect(before).toHaveLength(2)
  await run()
  expect((await stamp()).rows).toEqual(before)
})

test.each([
  ['create table stray (id uuid)', /table stray has no district_id/],
  ['create table stray (district_id text)', /table stray has no district_id of type uuid/],
  ['create table a (district_id uuid); create view over as select * from a', /view over.*security_invoker/],
  ['create materialized view kept as select 1 as one', /kept is a materialized view/],
  [
    'create table a (district_id uuid); create policy open on a using (true)',
    /policy open on the table a opens a door/,
  ],
  [
    'create table fine (district_id uuid);\n\nselect nonsense',
    /0001-try failed: column "nonsense".*\(line 3\)/,
  ],
])('%s is refused and leaves nothing behind', async (text, sentence) => {
  await write('0001-try.sql', text)
  await expect(run()).rejects.toThrow(StartRefusal)
  await expect(run()).rejects.toThrow(sentence)
  const list = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')`
  const left = await as(owner, (client) => client.query(list))
  expect(left.rows).toEqual([{ relname: 'schema_migration' }])
})

test('a file that was changed after it ran is refused, line ends aside', async () => {
  await write('0001-den.sql', 'create table wolf (\n  district_id uuid\n)')
  await run()
  await write('0001-den.sql', 'create table wolf (\r\n  district_id uuid\r\n)')
  await run()
  await write('0001-den.sql', 'create table wolf (district_id uuid, howls boolean)')
  await expect(run()).rejects.toThrow(/0001-den was changed.*new migration/)
})

test('a database newer than the program is refused', async () => {
  await write('0001-den.sql', 'create table wolf (district_id uuid)')
  await write('0002-later.sql', 'create table moon (district_id uuid)')
  await run()
  await rm(join(folder, '0002-later.sql'))
  await expect(run()).rejects.toThrow(/newer than this program: it has 0002-later/)
})

test('a file that comes too late, twice or without a number is refused', async () => {
  await write('0002-den.sql', 'create table wolf (district_id uuid)')
  await run()
  await write('0001-late.sql', 'select 1')
  await expect(run()).rejects.toThrow(/0001-late comes before 0002-den/)
  await write('0002-den-again.sql', 'select 1')
  await expect(run()).rejects.toThrow(/Two migrations have the number/)
  await write('howl.sql', 'select 1')
  await expect(run()).rejects.toThrow(/howl.sql is not named like/)
})

test('PostgreSQL 15 and 16 take every step: what they do not know is left out, and no later step asks for it', async () => {
  const granted = 'create table a ();\ngrant maintain on a, b to cairn_app;\n'
  expect(asKnownTo(160_000, granted)).toBe('create table a ();\n\n')
  expect(asKnownTo(170_000, granted)).toBe(granted)
  const steps = await readMigrations(fileURLToPath(new URL('../../db/migrations/', import.meta.url)))
  expect(steps.filter(({ number, text }) => number > 242 && /grant maintain/i.test(text))).toEqual([])
})
