import type pg from 'pg'
import { openDistrict } from './district.ts'
import { explainPages } from './explain.ts'
import { median, percentile } from './figures.ts'
import { type Asker, driverAsker, httpAsker, type Loaded, load } from './load.ts'
import { cpuOfFamily } from './processes.ts'
import { type Page, type Request, writeDownRequests } from './requests.ts'
import { type Served, startServer } from './served.ts'

export type ServerWish = { pieces: readonly number[]; seconds: number; say: (sentence: string) => void }

/** Rates are a second, times are milliseconds, processor times are microseconds a request. */
export type PageFigures = {
  page: string
  pieces: number
  perSecond: number
  wholePerSecond: number
  barePerSecond: number
  compressedPerSecond: number
  p50: number
  p95: number
  p99: number
  wholeP95: number
  bytes: number
  compressedBytes: number
  serverCpu: number
  compressedServerCpu: number
  postgresCpu: number
  loaderCpu: number
  queries: { least: number; most: number }
}

export type ServerFigures = {
  pages: PageFigures[]
  memory: { atRest: number; now: number; most: number }
  sizes: Record<number, number>
  plans: Record<string, Record<string, string>>
}

const secret = 'a secret for the bench, and for nothing else'

export async function measureServer({ pieces, seconds, say }: ServerWish): Promise<ServerFigures> {
  const district = await openDistrict(say)
  const connection = district.connection as pg.ClientConfig
  await district.grow(pieces[0] ?? 0)
  // the class is read once, so that the very same requests are sent at every size
  const pages = await writeDownRequests(connection, secret, await district.measured())
  const server = await startServer(connection, secret)
  const atRest = server.memory().now
  const figures: ServerFigures = { pages: [], memory: { atRest, now: 0, most: 0 }, sizes: {}, plans: {} }
  for (const size of pieces) {
    await district.grow(size)
    figures.sizes[size] = await district.size()
    for (const page of pages) {
      say(`Asking for the ${page.name} at ${size.toLocaleString('en')} pieces …`)
      figures.pages.push(
        await measurePage({ page, size, seconds, connection, server, postmaster: district.postmaster }),
      )
    }
    figures.plans[size] = await explainPages(connection, pages)
  }
  figures.memory = { atRest, ...server.memory() }
  await server.stop()
  return figures
}

type Measuring = {
  page: Page
  size: number
  seconds: number
  connection: pg.ClientConfig
  server: Served
  postmaster: number
}

type Round = Loaded & { serverCpu: number; postgresCpu: number }

/** The bound and the server by turns in the same minute, so that a loud machine disturbs both alike. */
async function measurePage(measuring: Measuring): Promise<PageFigures> {
  const { page, connection, server } = measuring
  const first = page.requests[0]
  if (first === undefined) throw new Error(`nobody asks for the ${page.name}`)
  const whole = await driverAsker(connection, 'whole', first)
  const bare = await driverAsker(connection, 'bare', first)
  const http = httpAsker(server.port)
  const compressed = httpAsker(server.port, 'br')
  try {
    const queries = await countQueries(http, page.requests, server)
    // every connection of the server must have run the statement often enough to have settled on a plan
    for (const asker of [whole, bare, http]) await load(asker, page.requests, Math.min(measuring.seconds, 2))
    const rounds = {
      whole: [] as Round[],
      bare: [] as Round[],
      http: [] as Round[],
      compressed: [] as Round[],
    }
    for (let turn = 0; turn < 2; turn += 1) {
      rounds.whole.push(await round(whole, measuring))
      rounds.http.push(await round(http, measuring))
      rounds.bare.push(await round(bare, measuring))
    }
    rounds.compressed.push(await round(compressed, measuring))
    return summary(page.name, measuring.size, rounds, queries)
  } finally {
    for (const asker of [whole, bare, http, compressed]) await asker.close()
  }
}

async function round(asker: Asker, { page, seconds, server, postmaster }: Measuring): Promise<Round> {
  const before = { server: server.cpu(), postgres: cpuOfFamily(postmaster) }
  const loaded = await load(asker, page.requests, seconds)
  const count = loaded.milliseconds.length
  return {
    ...loaded,
    serverCpu: (server.cpu() - before.server) / count,
    postgresCpu: (cpuOfFamily(postmaster) - before.postgres) / count,
  }
}

/** One request after the other, so that each one's queries can be told apart. */
async function countQueries(http: Asker, requests: readonly Request[], server: Served) {
  const counts: number[] = []
  for (const request of requests.slice(0, 20)) {
    const before = await server.queries()
    await http.ask(request, 0)
    counts.push((await server.queries()) - before)
  }
  return { least: Math.min(...counts), most: Math.max(...counts) }
}

function summary(
  page: string,
  pieces: number,
  rounds: Record<'whole' | 'bare' | 'http' | 'compressed', Round[]>,
  queries: { least: number; most: number },
): PageFigures {
  const of = (kind: keyof typeof rounds, figure: (round: Round) => number) => median(rounds[kind].map(figure))
  const at = (share: number) => (round: Round) => percentile(round.milliseconds, share)
  return {
    page,
    pieces,
    perSecond: of('http', (round) => round.perSecond),
    wholePerSecond: of('whole', (round) => round.perSecond),
    barePerSecond: of('bare', (round) => round.perSecond),
    compressedPerSecond: of('compressed', (round) => round.perSecond),
    p50: of('http', at(0.5)),
    p95: of('http', at(0.95)),
    p99: of('http', at(0.99)),
    wholeP95: of('whole', at(0.95)),
    bytes: of('http', (round) => round.bytes),
    compressedBytes: of('compressed', (round) => round.bytes),
    serverCpu: of('http', (round) => round.serverCpu),
    compressedServerCpu: of('compressed', (round) => round.serverCpu),
    postgresCpu: of('http', (round) => round.postgresCpu),
    loaderCpu: of('http', (round) => round.ownCpu),
    queries,
  }
}
