import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { type Account, findBinaries } from './postgres-binaries.ts'
import { keepRunning } from './postgres-keeper.ts'
import { takeFolder } from './postgres-lock.ts'
import { stopOrphan } from './postgres-orphan.ts'
import { findsHere, initialize, type Place } from './postgres-process.ts'
import { makeSocketFolder } from './postgres-socket.ts'
import { StartRefusal } from '../platform/settings.ts'

/** How to reach a database: what a `pg.Client` or `pg.Pool` takes. */
export interface PostgresConnection {
  readonly connectionString?: string
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly database?: string
}

/** A PostgreSQL that is running: the one Cairn started, or one that was there. */
export interface RunningPostgres {
  /** Owns the tables; for migrations only, because row-level security does not hold it. */
  readonly ownerConnection: PostgresConnection
  /** What the program works with; it cannot look over a district's wall. */
  readonly appConnection: PostgresConnection
  readonly stop: () => Promise<void>
}

export interface PostgresWish {
  readonly folder: string
  readonly log: (sentence: string) => void
  readonly fast?: boolean
}

/** `nobody` on every Linux that is looked after. */
const unprivileged: Account = { uid: 65_534, gid: 65_534 }

/** Starts the built-in PostgreSQL on its folder, which is made and filled when it is not there. */
export async function startPostgres(wish: PostgresWish): Promise<RunningPostgres> {
  const parent = dirname(resolve(wish.folder))
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  const folder = join(realpathSync(parent), resolve(wish.folder).slice(parent.length))
  const release = takeFolder(folder)
  try {
    const place = await prepare(folder, wish)
    const running = await keepRunning(place, wish.log)
    const stop = async () => {
      await running.stop()
      if (place.socketFolder !== folder) rmSync(place.socketFolder, { recursive: true, force: true })
      release()
    }
    const reach = { host: place.socketFolder, port: 5432 }
    try {
      await ensureDatabase({ ...reach, user: 'postgres', database: 'postgres' })
    } catch (error) {
      await stop()
      throw error
    }
    return {
      ownerConnection: { ...reach, user: 'postgres', database: 'cairn' },
      appConnection: { ...reach, user: 'cairn_app', database: 'cairn' },
      stop,
    }
  } catch (error) {
    release()
    throw error
  }
}

async function prepare(folder: string, wish: PostgresWish): Promise<Place> {
  const account = accountFor(folder)
  const version = readVersion(folder)
  const binaries = findBinaries({
    account,
    beside: folder,
    ...(version === undefined ? {} : { major: version }),
  })
  if (account !== undefined && !findsHere(binaries)) letThrough(dirname(folder))
  const place = { folder, binaries, account, fast: wish.fast ?? false, logFile: `${folder}.log` }
  if (version === undefined) {
    wish.log(`Making a new PostgreSQL ${binaries.major} database in ${folder}.`)
    makeCluster(place)
  } else {
    giveAway(folder, account)
    await stopOrphan(folder, wish.log)
  }
  const socketFolder = makeSocketFolder(folder)
  giveAway(socketFolder, account)
  return { ...place, socketFolder }
}

/** PostgreSQL refuses to run as root. It runs as whoever owns its folder, else as nobody in particular. */
function accountFor(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(folder, { throwIfNoEntry: false })
  return owner === undefined || owner.uid === 0 ? unprivileged : { uid: owner.uid, gid: owner.gid }
}

function readVersion(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'PG_VERSION'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new StartRefusal(
      `Cairn may not read ${folder}. Start it as the user who started it first, or give this user the folder.`,
      { cause: error },
    )
  }
}

/** Made beside its place and then moved there, so that a half-made one is never taken for a database. */
function makeCluster(place: Omit<Place, 'socketFolder'>): void {
  const { folder } = place
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new StartRefusal(
      `${folder} holds something that is not a PostgreSQL database. Move it away, or set CAIRN_DATA to another folder.`,
    )
  }
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveAway(draft, place.account)
  initialize({ ...place, folder: draft })
  renameSync(draft, folder)
}

/** Makes the account the owner of a folder that root made, or that root has put back from a backup. */
function giveAway(folder: string, account: Account | undefined): void {
  if (account === undefined || statSync(folder).uid !== 0) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), account.uid, account.gid)
  }
  chownSync(folder, account.uid, account.gid)
}

/** Lets other accounts walk through a folder of root, without listing what is in it. */
function letThrough(folder: string): void {
  const { uid, mode } = statSync(folder)
  if (uid === 0) chmodSync(folder, mode | 0o011)
}

async function ensureDatabase(connection: PostgresConnection): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const found = await client.query<{ database: boolean; role: boolean }>(`
      select exists (select from pg_database where datname = 'cairn') as database,
        exists (select from pg_roles where rolname = 'cairn_app') as role`)
    if (found.rows[0]?.role !== true) {
      await client.query('create role cairn_app login nosuperuser nobypassrls nocreatedb nocreaterole')
    }
    if (found.rows[0]?.database !== true) await client.query('create database cairn')
  } finally {
    await client.end()
  }
}
