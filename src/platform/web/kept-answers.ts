import { apiCacheOf, mediaCacheOf, personHere } from './kept-person.ts'

const patience = 6_000
const mostAnswers = 400
const mostMedia = 300
const mostMediaBytes = 150 * 2 ** 20
const largestMedia = 12 * 2 ** 20

/**
 * The network's answer if it comes in time, else the one this person last saw, marked as kept. Without a
 * person nothing is kept or shown: the sign-in page must not be answered from yesterday.
 */
export async function answerFromApi(request: Request, event: ExtendableEvent): Promise<Response> {
  const person = await personHere()
  if (!person) return fetch(request)
  const cache = await caches.open(apiCacheOf(person))
  const fresh = fetch(request)
  event.waitUntil(fresh.then((answer) => keepAnswer(cache, request, answer, person)).catch(() => undefined))
  const inTime = await Promise.race([fresh.catch(() => undefined), afterPatience()])
  if (inTime && inTime.status < 502) return inTime.clone()
  const kept = await cache.match(request)
  return kept ? markAsKept(kept) : fresh.then((answer) => answer.clone())
}

/** A stored file never changes, only its signature does: kept without it, and answered from the device first. */
export async function answerWithMedia(request: Request, event: ExtendableEvent): Promise<Response> {
  const person = await personHere()
  if (!person) return fetch(request)
  const cache = await caches.open(mediaCacheOf(person))
  const key = withoutSignature(request.url)
  const kept = await cache.match(key)
  if (kept) return kept
  const answer = await fetch(request)
  if (isWorthKeeping(answer)) {
    const copy = answer.clone()
    event.waitUntil(
      cache
        .put(key, copy)
        .then(() => shrink(cache, mostMedia, mostMediaBytes))
        .catch(() => undefined),
    )
  }
  return answer
}

export function withoutSignature(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

/** Only what screens read is kept: a download of everything would push all else off the device. */
async function keepAnswer(cache: Cache, request: Request, answer: Response, person: string): Promise<void> {
  if (answer.status === 401) return void (await caches.delete(apiCacheOf(person)))
  if (!answer.ok || !answer.headers.get('content-type')?.includes('application/json')) return
  const owner = answer.headers.get('x-cairn-person')
  if (owner && owner !== person) return
  await cache.put(request, await datedCopy(answer))
  await shrink(cache, mostAnswers, Infinity)
}

async function datedCopy(answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers)
  headers.set('x-cairn-kept-at', new Date().toISOString())
  return new Response(await answer.clone().blob(), { status: answer.status, headers })
}

function markAsKept(kept: Response): Response {
  const headers = new Headers(kept.headers)
  headers.set('x-cairn-kept', headers.get('x-cairn-kept-at') ?? 'yes')
  return new Response(kept.body, { status: kept.status, headers })
}

function isWorthKeeping(answer: Response): boolean {
  return answer.status === 200 && answer.type === 'basic' && sizeOf(answer) <= largestMedia
}

/** Drops the oldest until both bounds hold; caches list their keys in the order they were put in. */
async function shrink(cache: Cache, most: number, mostBytes: number): Promise<void> {
  const keys = await cache.keys()
  const sizes = mostBytes === Infinity ? [] : await Promise.all(keys.map((key) => sizeKept(cache, key)))
  let bytes = sizes.reduce((sum, size) => sum + size, 0)
  for (const [place, key] of keys.entries()) {
    if (keys.length - place <= most && bytes <= mostBytes) return
    bytes -= sizes[place] ?? 0
    await cache.delete(key)
  }
}

async function sizeKept(cache: Cache, key: Request): Promise<number> {
  const kept = await cache.match(key)
  return kept ? sizeOf(kept) : 0
}

function sizeOf(answer: Response): number {
  return Number(answer.headers.get('content-length') ?? 0)
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, patience, undefined))
}
