/** What the page tells the service worker. */
export type ServiceWorkerMessage = { kind: 'renew' }

/** Waits for the page to be drawn first: keeping the app for later must not slow down opening it. */
export function registerServiceWorker() {
  if (!('serviceWorker' in navigator)) return
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
