import { createHash } from 'node:crypto'
import { Agent, type IncomingMessage, get } from 'node:http'
import pg from 'pg'
import { cookieName } from '../src/platform/asker.ts'
import { coreOf, isOpening, type Request, type Statement } from './requests.ts'

const connections = 8

/** `bytes` and `ownCpu` (microseconds of this process) are sums over all requests. */
export type Loaded = { milliseconds: number[]; seconds: number; bytes: number; ownCpu: number }

/** Something that is asked again and again over eight connections; answers with the bytes it got. */
export type Asker = {
  connections: number
  ask: (request: Request, connection: number) => Promise<number>
  /** how many were asked so far, so that the next slice goes on where this one ended */
  asked: number
  close: () => Promise<void>
}

/** Keeps all connections busy for some seconds, going through the requests in turn. */
export async function load(asker: Asker, requests: readonly Request[], seconds: number): Promise<Loaded> {
  const milliseconds: number[] = []
  let bytes = 0
  const cpu = process.cpuUsage()
  const begin = performance.now()
  const end = begin + seconds * 1000
  const keepBusy = async (_: unknown, connection: number) => {
    while (performance.now() < end) {
      const request = requests[asker.asked++ % requests.length]
      if (request === undefined) throw new Error('there is nothing to ask')
      const asked = performance.now()
      const got = await asker.ask(request, connection)
      bytes += got
      milliseconds.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: asker.connections }, keepBusy))
  const { user, system } = process.cpuUsage(cpu)
  return { milliseconds, seconds: (performance.now() - begin) / 1000, bytes, ownCpu: user + system }
}

/** Over HTTP, as a browser asks. */
export function httpAsker(port: number, acceptEncoding?: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const encoding = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding }
  const ask = ({ path, token }: Request) =>
    new Promise<number>((resolve, reject) => {
      const headers = { cookie: `${cookieName}=${token}`, ...encoding }
      get({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
        const { statusCode } = answer
        if (statusCode === 200) return count(answer, resolve, reject)
        answer.resume()
        reject(new Error(`${path} was answered with ${statusCode}`))
      }).on('error', reject)
    })
  return { connections, ask, asked: 0, close: async () => agent.destroy() }
}

function count(answer: IncomingMessage, resolve: (bytes: number) => void, reject: (error: Error) => void) {
  let bytes = 0
  answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
  answer.once('end', () => resolve(bytes))
  answer.once('error', reject)
}

const names = new Map<string, string>()

function named({ text, values }: Statement) {
  if (values.length === 0) return { text }
  const name = names.get(text) ?? createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return { text, values, name }
}

async function send(client: pg.Client, statements: readonly Statement[]): Promise<number> {
  let bytes = 0
  for (const statement of statements) {
    const { rows } = await client.query<{ json?: string }>(named(statement))
    bytes += Buffer.byteLength(rows[0]?.json ?? '')
  }
  return bytes
}

/**
 * The bound: the same statements through bare clients. `whole` sends the whole transaction in the server's
 * order; `bare` opens the session once a connection and then sends only the statements of the page.
 */
export async function driverAsker(
  connection: pg.ClientConfig,
  kind: 'whole' | 'bare',
  first: Request,
): Promise<Asker> {
  const clients = Array.from({ length: connections }, () => new pg.Client(connection))
  // stopped in the middle, the database ends first; unheard, that would end the program before it has tidied up
  for (const client of clients) client.on('error', () => undefined)
  await Promise.all(clients.map((client) => client.connect()))
  if (kind === 'bare') await Promise.all(clients.map((client) => settle(client, first)))
  const clientOf = (place: number): pg.Client => {
    const client = clients[place]
    if (client === undefined) throw new Error(`there is no client ${place}`)
    return client
  }
  return {
    connections,
    asked: 0,
    ask: (request, place) => send(clientOf(place), kind === 'whole' ? request.statements : coreOf(request)),
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  }
}

/** Makes what open_session sets for one transaction hold for the whole connection. */
export async function settle(client: pg.Client, request: Request): Promise<void> {
  const opening = request.statements.find(({ text }) => isOpening(text))
  if (opening === undefined) throw new Error('the session is not opened in this request')
  const settings = ['district', 'now', 'today', 'media_key', 'media_until'].map((name) => `cairn.${name}`)
  await client.query('begin')
  await client.query(opening.text, opening.values)
  for (const name of settings) await client.query('select set_config($1, current_setting($1), false)', [name])
  await client.query('commit')
}
