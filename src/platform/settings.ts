import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Why Cairn will not start, in a sentence for the person at the keyboard that says what to do. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}

/** What the person who runs Cairn has decided. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Where everything is kept; an absolute path. */
  readonly dataFolder: string
  /** Another PostgreSQL than the built-in one. */
  readonly databaseUrl?: string
  /** Whether an empty database is filled with the demo district. */
  readonly demo: boolean
  /** The address that people type, without a slash at the end. */
  readonly origin: string
  /** The key that signs addresses, when it is not kept in the data folder. */
  readonly secret?: string
  /** Whether Cairn may fetch from addresses in the network it stands in. */
  readonly localAddresses: boolean
  /** The most one file may weigh, in bytes, when somebody decided it. */
  readonly largestFile?: number
  /** The `ffmpeg` to prepare films with, instead of what came with Cairn. */
  readonly ffmpeg?: string
  /** A folder that rosters are put into; an absolute path. */
  readonly rosterFolder?: string
}

type Environment = Readonly<Record<string, string | undefined>>

const knownArguments = ['--no-demo']
const shortestSecret = 32

export function readSettings(env: Environment, argv: readonly string[]): Settings {
  const unknown = argv.find((argument) => !knownArguments.includes(argument))
  if (unknown !== undefined) {
    throw new StartRefusal(`Cairn does not know "${unknown}". It knows: ${knownArguments.join(', ')}.`)
  }
  const port = readPort(env['PORT'])
  const databaseUrl = readDatabaseUrl(env['DATABASE_URL'])
  const secret = readSecret(env['CAIRN_SECRET'])
  const largestFile = readLargestFile(env['CAIRN_LARGEST_FILE'])
  const ffmpeg = said(env['CAIRN_FFMPEG'])
  const rosterFolder = said(env['CAIRN_ROSTERS'])
  return {
    port,
    host: said(env['HOST']) ?? '127.0.0.1',
    dataFolder: resolve(said(env['CAIRN_DATA']) ?? 'data'),
    demo: !argv.includes('--no-demo'),
    localAddresses: said(env['CAIRN_LOCAL_ADDRESSES']) === 'yes',
    origin: readOrigin(env['CAIRN_ORIGIN']) ?? `http://localhost:${port}`,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(secret === undefined ? {} : { secret }),
    ...(largestFile === undefined ? {} : { largestFile }),
    ...(ffmpeg === undefined ? {} : { ffmpeg }),
    ...(rosterFolder === undefined ? {} : { rosterFolder: resolve(rosterFolder) }),
  }
}

/** A variable that is set to nothing was not set. */
function said(value: string | undefined): string | undefined {
  const trimmed = value?.trim()
  return trimmed === '' ? undefined : trimmed
}

function readPort(value: string | undefined): number {
  const text = said(value) ?? '4000'
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new StartRefusal(
    `PORT is "${text}", which is not a port. Set it to a number from 1 to 65535, for example PORT=4000.`,
  )
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  const url = said(value)
  if (url === undefined || /^postgres(ql)?:\/\/./.test(url)) return url
  // The value may hold a password, so it is not repeated.
  throw new StartRefusal(
    'DATABASE_URL is not the address of a PostgreSQL database. It looks like postgres://user:password@host:5432/cairn.',
  )
}

function readOrigin(value: string | undefined): string | undefined {
  const text = said(value)
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (url !== undefined && isWeb && url.pathname === '/' && url.search === '' && url.hash === '')
    return url.origin
  throw new StartRefusal(
    `CAIRN_ORIGIN is "${text}". Set it to the address that people type, without a path, for example https://portfolio.example.org.`,
  )
}

function readSecret(value: string | undefined): string | undefined {
  const secret = said(value)
  if (secret === undefined || secret.length >= shortestSecret) return secret
  throw new StartRefusal(
    `CAIRN_SECRET is too short to be safe. Give it at least ${shortestSecret} characters, for example from: openssl rand -hex 32.`,
  )
}

function readLargestFile(value: string | undefined): number | undefined {
  const text = said(value)
  if (text === undefined) return undefined
  const found = /^(\d{1,6}(?:\.\d+)?) ?([MG])i?B$/i.exec(text)
  const bytes = Number(found?.[1]) * (found?.[2]?.toUpperCase() === 'G' ? 1024 ** 3 : 1024 ** 2)
  if (bytes >= 1024 ** 2 && bytes <= 64 * 1024 ** 3) return Math.floor(bytes)
  throw new StartRefusal(
    `CAIRN_LARGEST_FILE is "${text}". Set it to the most one file may weigh, from 1 MB to 64 GB, for example 500 MB.`,
  )
}

/** Makes the data folder ready to be written to, and answers with the secret that signs addresses. */
export async function prepareDataFolder(settings: Pick<Settings, 'dataFolder' | 'secret'>): Promise<string> {
  const folder = settings.dataFolder
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(probe, 'Cairn may write here.\n')
    await rm(probe, { force: true })
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined)
    throw new StartRefusal(`Cairn cannot write to its data folder ${folder}: ${folderTrouble(error)}`, {
      cause: error,
    })
  }
  return settings.secret ?? (await keptSecret(join(folder, 'secret')))
}

const folderTroubles: Record<string, string> = {
  ENOSPC: 'the disk is full. Free some space, or set CAIRN_DATA to a folder on another disk.',
  EROFS: 'the disk is read-only. Set CAIRN_DATA to a folder that can be written.',
  ENOTDIR: 'a part of that path is a file. Set CAIRN_DATA to a folder.',
  EEXIST: 'there is a file of that name. Set CAIRN_DATA to a folder.',
}

function folderTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    folderTroubles[code] ??
    'permission denied. Give this user the folder, or set CAIRN_DATA to one that it owns.'
  )
}

async function keptSecret(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    const known = await readFile(file, 'utf8').catch(unlessAbsent)
    if (known === undefined) {
      await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
      // Linking never replaces: of two programs that start at once, both end with the same secret.
      await link(draft, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
    const secret = (known ?? (await readFile(file, 'utf8'))).trim()
    if (secret.length >= shortestSecret) return secret
  } catch (error) {
    throw new StartRefusal(`Cairn cannot read or make its secret ${file}. Give this user the file.`, {
      cause: error,
    })
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
  throw new StartRefusal(
    `The secret in ${file} is damaged. Put it back from a backup, or delete it: a new one is made.`,
  )
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
