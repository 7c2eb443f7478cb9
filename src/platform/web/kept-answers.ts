import { findAnswer, hasAnswer, keepAnswer, type KeptAnswer } from '../../device/web/kept-answer.ts'
import { type Vault, vaultHere } from '../../device/web/vault.ts'

const patience = 6_000
const largestMedia = 12 * 2 ** 20

/** Asked and answered, never kept: who may read the device, and who is at the door. */
const neverKept = ['/api/device-key', '/api/demo-people', '/api/sessions']

/**
 * The network's answer if it comes in time, else the one this person last saw, marked as kept. Without a
 * person nothing is kept or shown: the sign-in page must not be answered from yesterday.
 */
export async function answerFromApi(request: Request, event: ExtendableEvent): Promise<Response> {
  const vault = await vaultHere().catch(() => undefined)
  if (!vault || neverKept.includes(new URL(request.url).pathname)) return fetch(request)
  const fresh = fetch(request)
  event.waitUntil(fresh.then((answer) => keepFresh(vault, request, answer.clone())).catch(() => undefined))
  const inTime = await Promise.race([fresh.catch(() => undefined), afterPatience()])
  if (inTime && inTime.status < 502) return inTime.clone()
  const kept = await findAnswer(vault, request.url)
  return kept ? markAsKept(kept) : fresh.then((answer) => answer.clone())
}

/** A stored file never changes, only its signature does: kept without it, and answered from the device first. */
export async function answerWithMedia(request: Request, event: ExtendableEvent): Promise<Response> {
  const vault = await vaultHere().catch(() => undefined)
  if (!vault) return fetch(request)
  const url = withoutSignature(request.url)
  const kept = await findAnswer(vault, url)
  const range = request.headers.get('range')
  if (kept) return range ? partOf(kept, range) : new Response(kept.bytes, { headers: headersOf(kept) })
  const answer = await fetch(request)
  if (range) event.waitUntil(keepWhole(vault, request, answer).catch(() => undefined))
  else if (isWorthKeeping(answer))
    event.waitUntil(keepMedia(vault, url, answer.clone()).catch(() => undefined))
  return answer
}

export function withoutSignature(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

/** Only what screens read is kept: a download of everything would push all else off the device. */
async function keepFresh(vault: Vault, request: Request, answer: Response): Promise<void> {
  if (!answer.ok || !answer.headers.get('content-type')?.includes('application/json')) return
  if (answer.headers.get('x-cairn-person') !== vault.person) return
  await keepAnswer(vault, request.url, {
    type: 'application/json; charset=utf-8',
    bytes: await answer.arrayBuffer(),
    media: false,
  })
}

async function keepMedia(vault: Vault, url: string, answer: Response): Promise<void> {
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  await keepAnswer(vault, url, { type, bytes: await answer.arrayBuffer(), media: true })
}

/**
 * Players ask for a recording in parts, which cannot be put together again. A short one (a teacher's voice, a
 * child reading) is fetched once more, whole, so that it can be heard without a network.
 */
async function keepWhole(vault: Vault, request: Request, part: Response): Promise<void> {
  const whole = Number(/\/(\d+)$/.exec(part.headers.get('content-range') ?? '')?.[1] ?? Infinity)
  const url = withoutSignature(request.url)
  if (part.status !== 206 || whole > largestMedia || (await hasAnswer(vault, url))) return
  const answer = await fetch(request.url, { credentials: 'same-origin' })
  if (isWorthKeeping(answer)) await keepMedia(vault, url, answer)
}

/** RFC 9110 section 14, as far as players use it: one range with a beginning. */
export function partOf(kept: KeptAnswer, range: string): Response {
  const size = kept.bytes.byteLength
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range)
  if (!asked) return new Response(kept.bytes, { headers: headersOf(kept) })
  const start = Number(asked[1])
  const end = Math.min(asked[2] ? Number(asked[2]) : size - 1, size - 1)
  if (start > end) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const headers = { ...headersOf(kept), 'content-range': `bytes ${start}-${end}/${size}` }
  return new Response(kept.bytes.slice(start, end + 1), { status: 206, headers })
}

function markAsKept(kept: KeptAnswer): Response {
  const keptAt = new Date(kept.keptAt).toISOString()
  return new Response(kept.bytes, { headers: { ...headersOf(kept), 'x-cairn-kept': keptAt } })
}

/** What arrived in a sandbox is shown in one. */
function headersOf({ type }: KeptAnswer): Record<string, string> {
  return {
    'content-type': type,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; style-src 'unsafe-inline'",
  }
}

function isWorthKeeping(answer: Response): boolean {
  const bytes = Number(answer.headers.get('content-length') ?? 0)
  return answer.status === 200 && answer.type === 'basic' && bytes <= largestMedia
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, patience, undefined))
}
