import type { PoolConfig } from 'pg'
import { median, percentile } from './figures.ts'
import { type Asker, driverAsker, httpAsker, type Loaded, load } from './load.ts'
import { cpuOfFamily } from './processes.ts'
import type { Page, Request } from './requests.ts'
import type { Served } from './served.ts'

/** A district of one size, its database, its server, and what people ask there. */
export type Place = {
  pieces: number
  connection: PoolConfig
  postmaster: number
  gigabytes: number
  pages: Page[]
  server: Served
  atRest: number
}

/** Rates are a second, times are milliseconds, processor times are microseconds a request. */
export type KindFigures = {
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytes: number
  serverCpu: number
  postgresCpu: number
  loaderCpu: number
  /** how many requests this rests on */
  requests: number
}

/** `whole` and `bare` are the bound (see load.ts); `compressed` is `http` as a browser asks for it. */
const kinds = ['whole', 'http', 'compressed', 'bare'] as const
type Kind = (typeof kinds)[number]

export type PageFigures = {
  page: string
  pieces: number
  kinds: Record<Kind, KindFigures>
  /** rate beside the bound's: the median over pairs of slices that ran one right after the other */
  share: { http: number; compressed: number }
  queries: { least: number; most: number }
}

type Slice = Loaded & { serverCpu: number; postgresCpu: number }
type Stand = Place & { askers: Record<Kind, Asker>; requests: Request[]; slices: Record<Kind, Slice[]> }

const sliceSeconds = 0.75

/**
 * One page at every size, bound and server by turns in slices of less than a second, so that whatever else
 * the machine does meanwhile disturbs all of them alike.
 */
export async function measureSideBySide(
  name: string,
  places: readonly Place[],
  seconds: number,
): Promise<PageFigures[]> {
  const stands = await Promise.all(places.map((place) => openStand(name, place)))
  try {
    for (const stand of stands) await warmUp(stand)
    const queries = await Promise.all(stands.map(countQueries))
    const turns = Math.max(2, Math.round(seconds / sliceSeconds))
    for (let turn = 0; turn < turns; turn += 1) {
      for (const kind of kinds) {
        for (const stand of stands) stand.slices[kind].push(await slice(stand, kind))
      }
    }
    return stands.map((stand, place) => figuresOf(name, stand, queries[place] ?? { least: 0, most: 0 }))
  } finally {
    for (const { askers } of stands) for (const kind of kinds) await askers[kind].close()
  }
}

async function openStand(name: string, place: Place): Promise<Stand> {
  const requests = place.pages.find((page) => page.name === name)?.requests ?? []
  const first = requests[0]
  if (first === undefined) throw new Error(`nobody asks for the ${name}`)
  const askers = {
    whole: await driverAsker(place.connection, 'whole', first),
    bare: await driverAsker(place.connection, 'bare', first),
    http: httpAsker(place.server.port),
    compressed: httpAsker(place.server.port, 'br'),
  }
  return { ...place, requests, askers, slices: { whole: [], bare: [], http: [], compressed: [] } }
}

/**
 * Everything is asked once each way before anything is measured: PostgreSQL has settled on its plans, and the
 * bound is seen to give the very bytes the server gives.
 */
async function warmUp({ askers, requests }: Stand): Promise<void> {
  for (const [place, request] of requests.entries()) {
    const connection = place % askers.whole.connections
    const [whole, http] = [await askers.whole.ask(request, connection), await askers.http.ask(request, 0)]
    await askers.bare.ask(request, connection)
    if (whole !== http) throw new Error(`${request.path}: the bound gave ${whole} bytes, the server ${http}`)
  }
  for (const kind of kinds) await load(askers[kind], requests, 1)
}

async function slice({ askers, requests, server, postmaster }: Stand, kind: Kind): Promise<Slice> {
  const before = { server: server.cpu(), postgres: cpuOfFamily(postmaster) }
  const loaded = await load(askers[kind], requests, sliceSeconds)
  return {
    ...loaded,
    serverCpu: server.cpu() - before.server,
    postgresCpu: cpuOfFamily(postmaster) - before.postgres,
  }
}

/** One request after the other, so that each one's queries can be told apart. */
async function countQueries({ askers, requests, server }: Stand) {
  const counts: number[] = []
  for (const request of requests.slice(0, 20)) {
    const before = await server.queries()
    await askers.http.ask(request, 0)
    counts.push((await server.queries()) - before)
  }
  return { least: Math.min(...counts), most: Math.max(...counts) }
}

function figuresOf(page: string, { pieces, slices }: Stand, queries: PageFigures['queries']): PageFigures {
  const share = (kind: Kind) =>
    median(slices[kind].map((one, turn) => rate(one) / rate(slices.whole[turn] ?? one)))
  const each = kinds.map((kind) => [kind, together(slices[kind])] as const)
  return {
    page,
    pieces,
    kinds: Object.fromEntries(each) as Record<Kind, KindFigures>,
    share: { http: share('http'), compressed: share('compressed') },
    queries,
  }
}

const rate = ({ milliseconds, seconds }: Loaded) => milliseconds.length / seconds

/** All slices as if they had been one. */
function together(slices: readonly Slice[]): KindFigures {
  const all = slices.flatMap((one) => one.milliseconds)
  const sum = (figure: (one: Slice) => number) => slices.reduce((total, one) => total + figure(one), 0)
  return {
    perSecond: all.length / sum((one) => one.seconds),
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    p99: percentile(all, 0.99),
    bytes: sum((one) => one.bytes) / all.length,
    serverCpu: sum((one) => one.serverCpu) / all.length,
    postgresCpu: sum((one) => one.postgresCpu) / all.length,
    loaderCpu: sum((one) => one.ownCpu) / all.length,
    requests: all.length,
  }
}
