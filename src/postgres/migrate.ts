import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { PostgresConnection } from './embedded-postgres.ts'
import { StartRefusal } from '../platform/settings.ts'
import { stampWalls } from './stamp-walls.ts'

/** One step of the database, as its file says it. */
interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly checksum: string
}

type Applied = Pick<Migration, 'number' | 'name' | 'checksum'>

/** Any number, as long as every Cairn takes the same one. */
const advisoryLock = 2_031_884_216

/** Brings the database to what the program expects. Several programs may do this at the same moment. */
export async function migrate(
  ownerConnection: PostgresConnection,
  wish: {
    folder: string
    log: (sentence: string) => void
    /** the last step to take, when not all are wanted */
    upTo?: number | undefined
  },
): Promise<void> {
  const { upTo = Infinity } = wish
  const known = (await readMigrations(wish.folder)).filter(({ number }) => number <= upTo)
  const client = new pg.Client(ownerConnection)
  // A lost connection is told by the statement that was waiting for it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    const pending = pendingOf(known, await readApplied(client))
    for (const migration of pending) {
      wish.log(`Changing the database: ${fileName(migration)}`)
      await apply(client, migration)
    }
    if (pending.length === 0) await inTransaction(client, () => stampWalls(client))
  } finally {
    // Ending the connection gives the lock back.
    await client.end()
  }
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  for (const [place, migration] of migrations.entries()) {
    if (migrations[place - 1]?.number === migration.number) {
      throw new StartRefusal(
        `Two migrations have the number of ${fileName(migration)}. Give one of them the next number.`,
      )
    }
  }
  return migrations
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const parts = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file)
  if (parts?.[1] === undefined || parts[2] === undefined) {
    throw new StartRefusal(`The migration ${file} is not named like 0001-what-it-does.sql. Rename it.`)
  }
  // A checkout that changes line ends has not changed the migration.
  const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
  const checksum = createHash('sha256').update(text).digest('hex')
  return { number: Number(parts[1]), name: parts[2], text, checksum }
}

function fileName(migration: Pick<Migration, 'number' | 'name'>): string {
  return `${String(migration.number).padStart(4, '0')}-${migration.name}`
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const found = await client.query<{ there: boolean }>(
    "select to_regclass('public.schema_migration') is not null as there",
  )
  if (found.rows[0]?.there !== true) await makeList(client)
  return (
    await client.query<Applied>('select number, name, checksum from public.schema_migration order by number')
  ).rows
}

async function makeList(client: pg.Client): Promise<void> {
  try {
    await client.query(`
      create table public.schema_migration (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error
    throw new StartRefusal(
      'The user in DATABASE_URL may not make tables. Let it own the database: ALTER DATABASE cairn OWNER TO that user.',
      { cause: error },
    )
  }
}

/** What is still to do; refuses a database whose past is not the one the program knows. */
function pendingOf(known: Migration[], applied: Applied[]): Migration[] {
  const byNumber = new Map(known.map((migration) => [migration.number, migration]))
  for (const past of applied) {
    const ours = byNumber.get(past.number)
    if (ours === undefined) {
      throw new StartRefusal(
        `The database is newer than this program: it has ${fileName(past)}, which this version of Cairn does not know. ` +
          'Start the newer version, or restore a backup from before it.',
      )
    }
    if (ours.checksum !== past.checksum) {
      throw new StartRefusal(
        `The migration ${fileName(ours)} was changed after this database had run it. ` +
          'Put the file back as it was, and write the change as a new migration.',
      )
    }
    byNumber.delete(past.number)
  }
  const last = applied.at(-1)
  const pending = [...byNumber.values()]
  const late = pending.find((migration) => last !== undefined && migration.number < last.number)
  if (late !== undefined && last !== undefined) {
    throw new StartRefusal(
      `The migration ${fileName(late)} comes before ${fileName(last)}, which this database has already run. Give it the next number.`,
    )
  }
  return pending
}

/** What only an owner may have counted before PostgreSQL 17, steps from before 0262 granted; later ones do without. */
export const asKnownTo = (version: number, text: string) =>
  version >= 170_000 ? text : text.replace(/^grant maintain on .*;$/gm, '')

async function versionOf(client: pg.Client): Promise<number> {
  const found = await client.query<{ server_version_num: string }>('show server_version_num')
  return Number(found.rows[0]?.server_version_num)
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await inTransaction(client, async () => {
    const text = asKnownTo(await versionOf(client), migration.text)
    await client.query(text).catch((error: unknown) => {
      throw new StartRefusal(
        `The migration ${fileName(migration)} failed: ${trouble(error, migration.text)}`,
        {
          cause: error,
        },
      )
    })
    await client.query('insert into public.schema_migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    await stampWalls(client)
  })
}

function trouble(error: unknown, text: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error)
  const place = Number(error.position)
  if (!Number.isInteger(place)) return error.message
  return `${error.message} (line ${text.slice(0, place).split('\n').length})`
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
