import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Manifest, opensBackup } from '../backups/backup.ts'
import { secretIn } from '../backups/check-backup.ts'
import { readManifest } from '../backups/read-manifest.ts'
import { demandRestorable, restoreFiles, restoreSecret, restoreTables } from '../backups/restore-backup.ts'
import { prepareDataFolder, restoringIn } from '../postgres/data-folder.ts'
import { type Settings, StartRefusal } from '../platform/settings.ts'
import { type RunningPostgres, startPostgres } from '../postgres/embedded-postgres.ts'
import { externalPostgres } from '../postgres/postgres-external.ts'
import { takeFolder } from '../postgres/postgres-lock.ts'
import { removeDatabase } from '../postgres/postgres-orphan.ts'
import type { Facts, Given } from './command.ts'

/** A backup into an empty place. What was cut off in the middle leaves its lock, begins anew, and opens no Cairn. */
export async function restore(settings: Settings, given: Given): Promise<Facts> {
  const folder = resolve(given['backup'] ?? '')
  const manifest = await readManifest(folder)
  const wasCutOff = existsSync(restoringIn(settings.dataFolder))
  if (!wasCutOff) demandNothingThere(settings)
  const secret = await secretFor(settings, folder, manifest, given['lost-secret'] !== undefined)
  await prepareDataFolder({ ...settings, secret: 'not made yet' })
  const release = takeFolder(restoringIn(settings.dataFolder, ''), busy)
  try {
    if (wasCutOff) await removeHalf(settings)
    if (secret !== undefined) await restoreSecret(settings.dataFolder, secret)
    await restoreInto(settings, folder, manifest)
  } catch (error) {
    await removeHalf(settings)
    throw error
  } finally {
    release()
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { restored: manifest.madeAt, rows, files: manifest.files.length, data: settings.dataFolder }
}

const busy = (pid: number) => `Another restore (process ${pid}) into that folder is under way. Wait for it.`

function demandNothingThere({ dataFolder }: Settings): void {
  const there = partsOf(dataFolder).find((part) => existsSync(part))
  if (there === undefined) return
  throw new StartRefusal(
    `${there} is there already, and a restore never writes over a Cairn. Set CAIRN_DATA to a new folder.`,
  )
}

const partsOf = (dataFolder: string) => ['postgres', 'media', 'secret'].map((name) => join(dataFolder, name))

/** Nothing was there before it began, so nothing of anybody's is lost. */
async function removeHalf({ dataFolder }: Settings): Promise<void> {
  await removeDatabase(join(dataFolder, 'postgres'), (sentence) => console.error(sentence))
  for (const part of partsOf(dataFolder)) await rm(part, { recursive: true, force: true })
}

async function restoreInto(settings: Settings, backup: string, manifest: Manifest): Promise<void> {
  const postgres = await postgresFor(settings)
  try {
    const log = (sentence: string) => console.error(sentence)
    const wish = { backup, manifest, owner: postgres.ownerConnection, migrations, log }
    await demandRestorable(wish)
    // the tables last, at once or not at all: another's database is as empty as before when the files do not fit
    await restoreFiles(dirname(backup), manifest.files, join(settings.dataFolder, 'media'))
    await restoreTables(wish)
  } finally {
    await postgres.stop()
  }
}

/** What is to lie in the data folder; nothing where CAIRN_SECRET gives it, or nobody has it any more. */
async function secretFor(
  settings: Settings,
  folder: string,
  manifest: Manifest,
  isLost: boolean,
): Promise<string | undefined> {
  const kept = manifest.secret ? await secretIn(folder) : undefined
  if (!isLost && !opensBackup(settings.secret ?? kept, manifest))
    throw new StartRefusal(
      `${settings.secret === undefined ? 'There is' : 'CAIRN_SECRET is'} not the secret that this backup was made with: second steps, cards and links of families would be of no use. ` +
        'Set CAIRN_SECRET to it; when nobody has it any more, say --lost-secret.',
    )
  return settings.secret === undefined ? kept : undefined
}

function postgresFor({ databaseUrl, dataFolder }: Settings): Promise<RunningPostgres> {
  if (databaseUrl !== undefined) return externalPostgres(databaseUrl)
  return startPostgres({ folder: join(dataFolder, 'postgres'), log: (sentence) => console.error(sentence) })
}

const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url))
