/** What the page tells the service worker. */
export type ServiceWorkerMessage = { kind: 'person'; id: string } | { kind: 'forget' } | { kind: 'renew' }

/** Waits for the page to be drawn first: keeping the app for later must not slow down opening it. */
export function registerServiceWorker() {
  if (!('serviceWorker' in navigator)) return
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}

export function tellServiceWorker(message: ServiceWorkerMessage) {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage(message))
}

/**
 * Empties everything this device kept for whoever was signed in. Await it before leaving the page on signing
 * out, so that the next person on a shared tablet finds nothing, even if the worker never got the message.
 */
export async function forgetKeptWork(): Promise<void> {
  tellServiceWorker({ kind: 'forget' })
  if (!('caches' in globalThis)) return
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('kept-')).map((name) => caches.delete(name)))
}
