/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  PrecacheController,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { vaultHere } from '../device/web/vault.ts'
import { openLine } from '../outbox/web/line.ts'
import { runOutbox } from '../outbox/web/run.ts'
import { sealedBox } from '../outbox/web/sealed-box.ts'
import { answerFromApi, answerWithMedia } from '../platform/web/kept-answers.ts'
import type { ServiceWorkerMessage } from '../platform/web/service-worker-registration.ts'

declare const self: ServiceWorkerGlobalScope
declare const __SHELL__: { url: string; revision: string | null }[]

const shell = __SHELL__

/** Where Workbox keeps the shell. */
const { cacheName } = new PrecacheController().strategy

// before Workbox begins to keep them: it asks for one file after the other, which takes a thin line two minutes
self.addEventListener('install', (event) => event.waitUntil(keepAhead()))
precacheAndRoute(shell)
cleanupOutdatedCaches()

/** Fewer than the six that a browser allows one place, so that the page itself is not held up. */
const linesAtOnce = 4

/** Workbox finds what is kept here already; what could not be fetched it asks for again itself. */
async function keepAhead(): Promise<void> {
  const cache = await caches.open(cacheName)
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  const waiting = shell.filter(({ url, revision }) => revision === null && !kept.has(url))
  const keepOn = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await keepFile(cache, file.url).catch(() => undefined)
    }
  }
  await Promise.all(Array.from({ length: linesAtOnce }, keepOn))
}

async function keepFile(cache: Cache, url: string): Promise<void> {
  const answer = await fetch(url, { priority: 'low', credentials: 'same-origin' })
  if (answer.ok) await cache.put(url, answer)
}

// Pages that are rendered by the server for people without an app, and files, are none of the shell's business.
// What is compared has its question mark with it: a page in another language is one of these, too.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [
      /^\/(api|media|uploads|healthz|guest|pass|door|welcome|home-card|first-passwords|children|digest)([/?]|$)/,
      /\.[a-z0-9]+$/i,
    ],
  }),
)

const isHere = (url: URL) => url.origin === self.location.origin

registerRoute(
  ({ url, request }) => isHere(url) && url.pathname.startsWith('/api/') && !asksForStream(request),
  ({ request, event }) => answerFromApi(request, event),
  'GET',
)
registerRoute(
  ({ url }) => isHere(url) && url.pathname.startsWith('/media/'),
  ({ request, event }) => answerWithMedia(request, event),
  'GET',
)

// Too heavy for everybody to fetch beforehand; whoever needed one once has it without a network too.
registerRoute(
  ({ url }) =>
    isHere(url) && /^\/assets\/(?:[^/]+\.(?:wasm|pfb|ttf)|scan-worker-[^/]+\.js)$/.test(url.pathname),
  ({ request }) => answerWithPart(request),
  'GET',
)

self.addEventListener('message', (event) => {
  const message = event.data as ServiceWorkerMessage
  if (message.kind === 'renew') event.waitUntil(self.skipWaiting())
})

/** Background Sync: the browser says that there is a network again, with or without a page. */
type SyncEvent = ExtendableEvent & { tag: string }

self.addEventListener('sync' as 'message', (event) => {
  const { tag } = event as unknown as SyncEvent
  if (tag === 'cairn-outbox') event.waitUntil(sendWhatWaits())
})

/** Throwing asks the browser to come again later; a session that ended is for a page to say. */
async function sendWhatWaits(): Promise<void> {
  const vault = await vaultHere()
  if (!vault) return
  const stop = await runOutbox(sealedBox(vault), openLine(vault.person))
  if (stop === 'away') throw new Error('There is no network yet')
}

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), forgetUnsealed()]))
})

/** Copies that an earlier version kept in the clear. */
async function forgetUnsealed(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('kept-')).map((name) => caches.delete(name)))
}

/** Its name changes with its content: what has another name is of an earlier version. */
async function answerWithPart(request: Request): Promise<Response> {
  const parts = await caches.open('parts')
  const kept = await parts.match(request.url)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    for (const earlier of await parts.keys()) await parts.delete(earlier)
    await parts.put(request.url, answer.clone())
  }
  return answer
}

/** Live updates never end, so they can be neither kept nor waited for. */
function asksForStream(request: Request): boolean {
  return request.headers.get('accept') === 'text/event-stream'
}
