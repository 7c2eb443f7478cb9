/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { answerFromApi, answerWithMedia } from '../platform/web/kept-answers.ts'
import { forgetEveryone, rememberPerson } from '../platform/web/kept-person.ts'
import type { ServiceWorkerMessage } from '../platform/web/service-worker-registration.ts'

declare const self: ServiceWorkerGlobalScope
declare const __SHELL__: { url: string; revision: string | null }[]

precacheAndRoute(__SHELL__)
cleanupOutdatedCaches()

// Pages that are rendered by the server for people without an app, and files, are none of the shell's business.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(api|media|uploads|healthz|guest|pass)(\/|$)/, /\.[a-z0-9]+$/i],
  }),
)

const isHere = (url: URL) => url.origin === self.location.origin

registerRoute(
  ({ url, request }) => isHere(url) && url.pathname.startsWith('/api/') && !asksForStream(request),
  ({ request, event }) => answerFromApi(request, event),
  'GET',
)
registerRoute(
  ({ url, request }) => isHere(url) && url.pathname.startsWith('/media/') && !request.headers.has('range'),
  ({ request, event }) => answerWithMedia(request, event),
  'GET',
)

self.addEventListener('message', (event) => {
  const message = event.data as ServiceWorkerMessage
  if (message.kind === 'person') event.waitUntil(rememberPerson(message.id))
  if (message.kind === 'forget') event.waitUntil(forgetEveryone())
  if (message.kind === 'renew') event.waitUntil(self.skipWaiting())
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** Live updates never end, so they can be neither kept nor waited for. */
function asksForStream(request: Request): boolean {
  return request.headers.get('accept') === 'text/event-stream'
}
