import { isIP } from 'node:net'
import { resolve } from 'node:path'

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
  /** The web servers in front whose word for a visitor's address is taken; on this machine, if nobody is named. */
  readonly proxies?: string
}

type Environment = Readonly<Record<string, string | undefined>>

const knownArguments = ['--no-demo']
/** In characters. */
export const shortestSecret = 32

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
  const proxies = readProxies(env['CAIRN_PROXY'])
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
    ...(proxies === undefined ? {} : { proxies }),
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
  if (url === undefined) return undefined
  // `pg` takes these to mean the strictest one, and says at length that it will not always
  const strict = (text: string) =>
    text.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full')
  if (/^postgres(ql)?:\/\/./.test(url)) return url.includes('uselibpqcompat=') ? url : strict(url)
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

function readProxies(value: string | undefined): string | undefined {
  const text = said(value)
  if (text === undefined || text.split(',').every(isNetwork)) return text
  throw new StartRefusal(
    `CAIRN_PROXY is "${text}". Set it to the address of the web server in front of Cairn, for example 10.0.0.5 or 10.0.0.0/24, several with commas.`,
  )
}

/** Of everybody (`/0`) no word is taken. */
function isNetwork(written: string): boolean {
  const [address = '', bits = '1', ...more] = written.trim().split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return isIP(address) !== 0 && more.length === 0 && /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most
}
