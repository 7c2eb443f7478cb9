import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Manifest, opensBackup } from '../backups/backup.ts'
import { checkBackup, secretIn } from '../backups/check-backup.ts'
import { readManifest } from '../backups/read-manifest.ts'
import { restoreFiles, restoreSecret, restoreTables } from '../backups/restore-backup.ts'
import { noteBackup } from '../backups/note-backup.ts'
import { writeBackup } from '../backups/write-backup.ts'
import { findFilms } from '../films/find-films.ts'
import { openSenders } from '../mail/open-senders.ts'
import { prepareDataFolder, type Settings, StartRefusal } from '../platform/settings.ts'
import { type RunningPostgres, startPostgres } from '../postgres/embedded-postgres.ts'
import { externalPostgres } from '../postgres/postgres-external.ts'
import { socketFolderFor } from '../postgres/postgres-socket.ts'
import type { Command, Facts, Given } from './command.ts'

/** What is done to the whole of a Cairn, whatever is in it. */
export type KeepingCommand = Command<(settings: Settings, given: Given) => Promise<Facts>>

export const keepingCommands: Readonly<Record<string, KeepingCommand>> = {
  settings: {
    about: 'what this Cairn runs with; no password is shown',
    needs: [],
    may: [],
    run: tellSettings,
  },
  backup: {
    about: 'everything, while Cairn runs, into a folder for backups',
    takes: 'folder',
    needs: [],
    may: ['keep-days'],
    run: backup,
  },
  'check-backup': {
    about: 'reads a whole backup and compares it with what was written down',
    takes: 'backup',
    needs: [],
    may: [],
    run: check,
  },
  restore: {
    about: 'a backup into an empty data folder, while Cairn does not run',
    takes: 'backup',
    needs: [],
    may: [],
    flags: ['lost-secret'],
    run: restore,
  },
}

async function tellSettings(settings: Settings): Promise<Facts> {
  const senders = openSenders(process.env)
  return {
    data: settings.dataFolder,
    database: settings.databaseUrl === undefined ? 'built in' : 'DATABASE_URL',
    listens: `${settings.host}:${settings.port}`,
    origin: settings.origin,
    mail: senders.mail ? 'yes' : 'no: set SMTP_URL and MAIL_FROM',
    texts: senders.text ? 'yes' : 'no: set SMS_URL and SMS_TOKEN',
    films: findFilms(settings.ffmpeg)?.about ?? 'cannot be prepared: install ffmpeg',
    secret: settings.secret === undefined ? 'in the data folder' : 'CAIRN_SECRET',
  }
}

async function backup(settings: Settings, given: Given): Promise<Facts> {
  const keepDays = daysIn(given['keep-days'])
  const secretFile = settings.secret === undefined ? join(settings.dataFolder, 'secret') : undefined
  const owner = settings.databaseUrl
    ? (await externalPostgres(settings.databaseUrl)).ownerConnection
    : ownerHere(settings.dataFolder)
  const now = new Date()
  const written = await writeBackup({
    owner,
    secretFile,
    secret: settings.secret,
    keepDays,
    mediaFolder: join(settings.dataFolder, 'media'),
    backups: resolve(given['folder'] ?? ''),
    now,
  })
  await noteBackup(owner, now)
  return { ...written, removed: written.removed.length }
}

const ownerHere = (dataFolder: string) => ({
  host: socketFolderFor(join(dataFolder, 'postgres')),
  port: 5432,
  user: 'postgres',
  database: 'cairn',
})

function daysIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new StartRefusal(`--keep-days is a number of days, for example --keep-days 30.`)
}

async function check(_: Settings, given: Given): Promise<Facts> {
  const folder = resolve(given['backup'] ?? '')
  const manifest = await readManifest(folder)
  const checked = await checkBackup(folder, manifest)
  const stopped = checked.damaged.length > 0
  const whole = stopped ? `no, damaged: ${checked.damaged.join(', ')}` : 'yes'
  return {
    made: manifest.madeAt,
    rows: checked.rows,
    files: checked.files,
    whole,
    ...(stopped ? { stopped } : {}),
  }
}

async function restore(settings: Settings, given: Given): Promise<Facts> {
  const folder = resolve(given['backup'] ?? '')
  const manifest = await readManifest(folder)
  demandNothingThere(settings)
  const secret = await secretFor(settings, folder, manifest, given['lost-secret'] !== undefined)
  await prepareDataFolder({ ...settings, secret: 'not made yet' })
  try {
    // first of all: a Cairn that starts on half a restore would make itself a new one
    if (secret !== undefined) await restoreSecret(settings.dataFolder, secret)
    await restoreInto(settings, folder, manifest)
  } catch (error) {
    // nothing was there before, so nothing of anybody's is lost
    for (const name of ['postgres', 'media', 'secret'])
      await rm(join(settings.dataFolder, name), { recursive: true, force: true })
    throw error
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { restored: manifest.madeAt, rows, files: manifest.files.length, data: settings.dataFolder }
}

function demandNothingThere({ dataFolder }: Settings): void {
  const there = ['postgres', 'media', 'secret'].find((name) => existsSync(join(dataFolder, name)))
  if (there === undefined) return
  throw new StartRefusal(
    `${join(dataFolder, there)} is there already, and a restore never writes over a Cairn. Set CAIRN_DATA to a new folder.`,
  )
}

async function restoreInto(settings: Settings, folder: string, manifest: Manifest): Promise<void> {
  const postgres = await postgresFor(settings)
  try {
    const log = (sentence: string) => console.error(sentence)
    await restoreTables({ backup: folder, manifest, owner: postgres.ownerConnection, migrations, log })
  } finally {
    await postgres.stop()
  }
  await restoreFiles(dirname(folder), manifest.files, join(settings.dataFolder, 'media'))
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
