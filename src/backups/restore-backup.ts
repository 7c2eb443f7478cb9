import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { sendAgain } from '../platform/jobs.ts'
import { StartRefusal } from '../platform/settings.ts'
import type { PostgresConnection } from '../postgres/embedded-postgres.ts'
import { migrate, readMigrations } from '../postgres/migrate.ts'
import { type FileKept, type Manifest, mediaFile } from './backup.ts'
import { copyHashed } from './keep-files.ts'
import { damaged, loadTables } from './load-tables.ts'

type Wish = {
  /** the folder of one backup; the files lie beside it */
  backup: string
  manifest: Manifest
  owner: PostgresConnection
  migrations: string
  log: (sentence: string) => void
}

/** Puts the tables of a backup into an empty database and brings them to what this Cairn expects. */
export async function restoreTables(wish: Wish): Promise<void> {
  await demandRestorable(wish)
  const { backup, manifest, owner, migrations, log } = wish
  await migrate(owner, { folder: migrations, log: () => undefined, upTo: lastOf(manifest) })
  await loadTables(owner, backup, manifest)
  await migrate(owner, { folder: migrations, log })
  await sendAgain(owner, manifest.jobs)
}

const lastOf = ({ migrations }: Manifest) => migrations.at(-1)?.number ?? 0

/** Whether this Cairn knows the backup, and the database is empty: said before anything is touched. */
export async function demandRestorable({ manifest, owner, migrations }: Wish): Promise<void> {
  await demandKnown(manifest, migrations)
  await demandEmpty(owner, lastOf(manifest))
}

async function demandKnown({ migrations }: Manifest, folder: string): Promise<void> {
  const known = new Map((await readMigrations(folder)).map((one) => [one.number, one.checksum]))
  if (migrations.every(({ number, checksum }) => known.get(number) === checksum)) return
  throw new StartRefusal(
    'This backup was made by a newer Cairn, or by one that was changed. Restore it with the program that made it, or a newer one.',
  )
}

/** A restore that was cut off may have taken the steps of the database up to its own, with nobody in it yet. */
async function demandEmpty(owner: PostgresConnection, last: number): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const there = await client.query<{ begun: boolean; founded: boolean }>(
      `select to_regclass('public.schema_migration') is not null as begun, to_regclass('public.district') is not null as founded`,
    )
    if (there.rows[0]?.begun !== true) return
    const later = await client.query('select from schema_migration where number > $1 limit 1', [last])
    const founded = there.rows[0].founded ? await client.query('select from district limit 1') : undefined
    if (later.rowCount === 0 && !founded?.rowCount) return
  } finally {
    await client.end()
  }
  throw new StartRefusal(
    'There is a Cairn in this database already, and a restore never writes over one. Restore into an empty database.',
  )
}

/** Puts the files back; each is proved to be what was kept before it has its name. */
export async function restoreFiles(backups: string, files: readonly FileKept[], mediaFolder: string) {
  for (const file of files) {
    const home = join(mediaFolder, file.path)
    if (!home.startsWith(join(mediaFolder, '/')) || !/^(?:kept|arriving)\//.test(file.path))
      throw damaged(file.path)
    await mkdir(dirname(home), { recursive: true, mode: 0o700 })
    const draft = `${home}.restoring`
    const copied = await copyHashed(join(backups, mediaFile(file.sha256)), draft).catch(
      (error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? damaged(file.path) : error
      },
    )
    if (copied.sha256 !== file.sha256) {
      await rm(draft)
      throw damaged(file.path)
    }
    await utimes(draft, new Date(), new Date(file.changedAt))
    await rename(draft, home)
  }
}

export async function restoreSecret(dataFolder: string, secret: string): Promise<void> {
  await writeFile(join(dataFolder, 'secret'), secret, { mode: 0o600, flush: true })
}
