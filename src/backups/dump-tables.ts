import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { PostgresConnection } from '../postgres/embedded-postgres.ts'
import { type Manifest, type TableKept, tableFile } from './backup.ts'
import { hashing } from './hashing.ts'

type Dumped = Pick<Manifest, 'migrations' | 'tables' | 'jobs'>
type Shape = Pick<TableKept, 'name' | 'columns'>

/**
 * Writes every table as lines of JSON, each row an array of PostgreSQL's own text for each value: exact, and
 * readable without Cairn. All tables are seen at one moment, while people go on working.
 */
export async function dumpTables(
  owner: PostgresConnection,
  folder: string,
  /** done just before that moment and just after it */
  aroundTheMoment: () => Promise<void>,
): Promise<Dumped> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await mkdir(join(folder, 'tables'))
    await client.query(exactly)
    await aroundTheMoment()
    await client.query('begin isolation level repeatable read read only')
    // the moment is that of the first question
    const shapes = await shapesOf(client)
    await aroundTheMoment()
    const tables: TableKept[] = []
    for (const shape of shapes) tables.push(await dumpTable(client, shape, folder))
    const migrations = await client.query<Manifest['migrations'][number]>(
      'select number, name, checksum from schema_migration order by number',
    )
    const jobs = await client.query<Manifest['jobs'][number]>(waiting)
    return { migrations: migrations.rows, tables, jobs: jobs.rows }
  } finally {
    await client.end()
  }
}

/** With row_security off, a wall that would hide rows is an error instead of a hole in the backup. */
export const exactly =
  "set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set extra_float_digits = 1; set row_security = off; set search_path = public, pg_catalog"

const waiting = `select name, data from pgboss.job where state in ('created', 'retry', 'active')
  order by created_on, id`

/** Values that PostgreSQL makes by itself are left to it. */
export async function shapesOf(client: pg.Client): Promise<Shape[]> {
  const found = await client.query<Shape>(`
    select c.relname as name, json_agg(json_build_object('name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migration' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`)
  return found.rows
}

async function dumpTable(client: pg.Client, { name, columns }: Shape, folder: string): Promise<TableKept> {
  const values = columns.map((column) => `${pg.escapeIdentifier(column.name)}::text`).join(', ')
  await client.query(
    `declare kept no scroll cursor for select json_build_array(${values})::text as line from ${pg.escapeIdentifier(name)}`,
  )
  const { pass, result } = hashing()
  let rows = 0
  async function* lines() {
    for (;;) {
      const fetched = await client.query<{ line: string }>('fetch 500 from kept')
      if (fetched.rows.length === 0) return
      rows += fetched.rows.length
      yield fetched.rows.map(({ line }) => `${line}\n`).join('')
    }
  }
  const file = createWriteStream(join(folder, tableFile(name)), { mode: 0o600, flush: true })
  await pipeline(lines, createGzip(), pass, file)
  await client.query('close kept')
  return { name, columns, rows, sha256: result().sha256 }
}
