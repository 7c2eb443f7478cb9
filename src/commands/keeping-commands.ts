import { join, resolve } from 'node:path'
import { checkBackup } from '../backups/check-backup.ts'
import { readManifest } from '../backups/read-manifest.ts'
import { noteBackup } from '../backups/note-backup.ts'
import { writeBackup } from '../backups/write-backup.ts'
import { findFilms } from '../films/find-films.ts'
import { openSenders } from '../mail/open-senders.ts'
import type { Settings } from '../platform/settings.ts'
import { externalPostgres } from '../postgres/postgres-external.ts'
import { socketFolderOf } from '../postgres/postgres-socket.ts'
import { type Command, type Facts, type Given, NotUnderstood } from './command.ts'
import { restore } from './restore-command.ts'

/** What is done to the whole of a Cairn, whatever is in it. */
export type KeepingCommand = Command<(settings: Settings, given: Given) => Promise<Facts>>

export const keepingCommands: Readonly<Record<string, KeepingCommand>> = {
  health: {
    about: 'asks the Cairn that runs here whether it is ready; ends with 1 when it is not',
    needs: [],
    may: [],
    run: askHealth,
  },
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

async function askHealth({ port, host }: Settings): Promise<Facts> {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/healthz`
  const answer = await fetch(address).then(
    async (response) => ({ isReady: response.ok, said: (await response.json()) as Facts }),
    () => ({ isReady: false, said: { status: 'not running' } }),
  )
  return { address, ...answer.said, ...(answer.isReady ? {} : { stopped: true }) }
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
  host: socketFolderOf(join(dataFolder, 'postgres')),
  port: 5432,
  user: 'postgres',
  database: 'cairn',
})

function daysIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new NotUnderstood(`--keep-days is a number of days, for example --keep-days 30.`)
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
