import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import type { PostgresConnection } from '../postgres/embedded-postgres.ts'
import { StartRefusal } from '../platform/settings.ts'
import { type Manifest, type TableKept, tableFile } from './backup.ts'
import { exactly, shapesOf } from './dump-tables.ts'
import { hashing } from './hashing.ts'

/** In one statement at most, in characters. */
const handful = 4_000_000

/**
 * Fills a database that stands at the very step of the backup and holds nobody. All or nothing. The ties between
 * tables are cut for the while and tied anew at the end, which proves every one of them.
 */
export async function loadTables(
  owner: PostgresConnection,
  folder: string,
  manifest: Pick<Manifest, 'tables'>,
): Promise<void> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(exactly)
    await client.query('begin')
    await demandSameShapes(client, manifest.tables)
    const ties = await tiesOf(client)
    for (const { off } of ties) await client.query(off)
    for (const table of manifest.tables) await loadTable(client, table, folder)
    for (const { on } of ties) await client.query(on)
    // whoever was signed out since the backup must not be signed in by it
    await client.query('update session set ended_at = now() where ended_at is null')
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

async function demandSameShapes(client: pg.Client, tables: readonly TableKept[]): Promise<void> {
  const shape = ({ name, columns }: Pick<TableKept, 'name' | 'columns'>) => JSON.stringify([name, columns])
  const here = new Set((await shapesOf(client)).map(shape))
  const other = tables.find((table) => !here.has(shape(table)))
  if (other !== undefined)
    throw new StartRefusal(`The table ${other.name} of the backup is not the one this database has.`)
}

/** What ties and watches the tables, as a statement that lets go and one that takes hold again. */
async function tiesOf(client: pg.Client): Promise<{ off: string; on: string }[]> {
  const found = await client.query<{ off: string; on: string }>(`
    select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as "off",
      format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as "on"
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    union all
    select format('alter table %s disable trigger user', t), format('alter table %s enable trigger user', t)
    from (select distinct tgrelid::regclass as t from pg_trigger g join pg_class r on r.oid = g.tgrelid
      where not g.tgisinternal and r.relnamespace = 'public'::regnamespace) watched`)
  return found.rows
}

async function loadTable(client: pg.Client, table: TableKept, folder: string): Promise<void> {
  const name = pg.escapeIdentifier(table.name)
  const columns = table.columns.map((column) => pg.escapeIdentifier(column.name)).join(', ')
  const values = table.columns.map(({ type }, place) => `(line->>${place})::${type}`).join(', ')
  // the steps of the database may have put rows of their own here
  await client.query(`delete from ${name}`)
  const insert = `insert into ${name} (${columns}) overriding system value
    select ${values} from json_array_elements($1::json) line`
  let rows = 0
  const file = tableFile(table.name)
  await readLines(folder, table, async (lines) => {
    await client.query(insert, [`[${lines.join(',')}]`])
    rows += lines.length
  })
  if (rows !== table.rows) throw damaged(file)
}

/** Hands over some lines at a time; refuses in the end when the file was not the one that was written. */
export async function readLines(
  folder: string,
  table: TableKept,
  take: (lines: string[]) => Promise<void>,
): Promise<void> {
  const { pass, result } = hashing()
  const file = tableFile(table.name)
  await pipeline(createReadStream(join(folder, file)), pass, createGunzip(), async (source) => {
    for await (const lines of handfulsOf(source)) await take(lines)
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code?.startsWith('Z_') ? damaged(file) : error
  })
  if (result().sha256 !== table.sha256) throw damaged(file)
}

async function* handfulsOf(source: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const part of source) {
    rest += decoder.write(part)
    if (rest.length < handful) continue
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  const lines = rest.split('\n').filter((line) => line !== '')
  if (lines.length > 0) yield lines
}

export const damaged = (file: string) =>
  new StartRefusal(
    `${file} of the backup is missing or damaged, so nothing was restored. Take the backup before it.`,
  )
