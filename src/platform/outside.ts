import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIPv6 } from 'node:net'
import { Refusal } from './refusal.ts'

/**
 * The one way in which the program itself asks another machine for something somebody typed the address of.
 * It never reaches into the network it stands in: every address a name leads to is looked at before connecting,
 * after each redirect again, and that very address is then used (no second look-up could say otherwise).
 * `local` (the setting CAIRN_LOCAL_ADDRESSES=yes) lets it, for a district whose own servers stand beside it.
 */
export async function fetchOutside(
  address: string,
  limits: { bytes: number; local: boolean },
): Promise<Buffer> {
  return (await follow(address, { ...limits, accept: 'application/json' })).bytes
}

/**
 * The beginning of a page that anybody linked to, asked in nobody's name. What the district lets its own office
 * reach (`local`) never holds here, because a child types the address. `stand` names machines that stand in for
 * the Internet, as host and port: only tests have any.
 */
export function fetchOutsidePage(
  address: string,
  limits: { bytes: number; patience: number; stand: readonly string[] },
): Promise<Answered> {
  return follow(address, { ...limits, local: false, accept: 'text/html', cut: true })
}

type Answered = { bytes: Buffer; type: string }

/** `patience` is for the whole way: names, redirects and the last byte. */
async function follow(address: string, asked: Limits): Promise<Answered> {
  const limits = { ...asked, signal: AbortSignal.timeout(asked.patience ?? usualPatience) }
  let url = address
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const answer = await ask(url, limits)
    if ('bytes' in answer) return answer
    url = URL.parse(answer.next, url)?.href ?? ''
  }
  throw new Refusal('address_not_reached')
}

const mostRedirects = 3
const usualPatience = 20_000

type Limits = {
  bytes: number
  local: boolean
  accept: string
  patience?: number
  signal?: AbortSignal
  /** the beginning is enough, where there is more */
  cut?: boolean
  stand?: readonly string[]
}

async function ask(address: string, limits: Limits): Promise<Answered | { next: string }> {
  const url = URL.parse(address)
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new Refusal('address_not_reached')
  const local = limits.local || (limits.stand ?? []).includes(url.host)
  const at = await addressOf(url.hostname.replace(/^\[|\]$/g, ''), local, limits.signal)
  const answer = await answerOf(url, at, limits).catch(() => {
    throw new Refusal('address_not_reached')
  })
  const { statusCode = 0, headers } = answer
  if (statusCode === 200)
    return { bytes: await readUpTo(answer, limits), type: headers['content-type'] ?? '' }
  answer.destroy()
  if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) {
    throw new Refusal('address_not_reached')
  }
  return { next: headers.location }
}

/** What is asked of a machine that somebody named: any method, no redirects, and the answer whatever its status. */
export type OutsideRequest = { method: string; headers: Record<string, string>; body?: string | undefined }

/** Like `fetchOutside`, behind the same wall, for talking to a machine instead of fetching from it. */
export async function askOutside(
  url: URL,
  request: OutsideRequest,
  bounds: { bytes: number; local: boolean; patience?: number; cut?: boolean },
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const signal = AbortSignal.timeout(bounds.patience ?? usualPatience)
  const limits = { ...bounds, accept: 'application/json', signal }
  if (url.protocol !== 'https:' && !limits.local) throw new Refusal('address_not_reached')
  const at = await addressOf(url.hostname.replace(/^\[|\]$/g, ''), limits.local, signal)
  const answer = await answerOf(url, at, limits, request).catch(() => {
    throw new Refusal('address_not_reached')
  })
  const headers = Object.fromEntries(
    Object.entries(answer.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
  return { status: answer.statusCode ?? 0, headers, body: await readUpTo(answer, limits) }
}

type Found = { address: string; family: number }

function answerOf(url: URL, at: Found, limits: Limits, asked?: OutsideRequest): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    request(url, {
      method: asked?.method ?? 'GET',
      headers: { accept: limits.accept, 'user-agent': 'Cairn', ...asked?.headers },
      signal: limits.signal ?? AbortSignal.timeout(limits.patience ?? usualPatience),
      lookup: (_name, options, done) => (options.all ? done(null, [at]) : done(null, at.address, at.family)),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(asked?.body)
  })
}

async function readUpTo(answer: IncomingMessage, { bytes: mostBytes, cut }: Limits): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > mostBytes) break
      chunks.push(chunk)
    }
  } catch {
    throw new Refusal('address_not_reached')
  }
  if (size > mostBytes && !cut) throw new Refusal('too_large')
  return Buffer.concat(chunks)
}

async function addressOf(host: string, local: boolean, signal?: AbortSignal): Promise<Found> {
  const found = await within(lookup(host, { all: true }), signal).catch(() => [])
  const [first] = found
  if (!first || (!local && found.some(({ address }) => isInside(address)))) {
    throw new Refusal('address_not_reached')
  }
  return first
}

/** A name server that never answers cannot be told to stop; nobody waits for it any longer. */
function within<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it took too long')), { once: true })
  })
  return Promise.race([work, late])
}

const ranges: [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]
/** Not an address of the public Internet (RFC 6890); IPv4 dressed as IPv6 is judged as what it is. */
export function isInside(address: string): boolean {
  const inside = new BlockList()
  for (const [network, prefix, family] of ranges) inside.addSubnet(network, prefix, family)
  const dressed = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (dressed !== undefined) return inside.check(dressed, 'ipv4')
  return inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
