import { watchVault } from '../../device/web/vault.ts'
import type { Box, Line } from '../box.ts'
import { sendAll, type Stop } from '../sending.ts'
import { tellNews } from './news.ts'

const stops = new Set<() => void>()

/** Lets the step end that is being sent, and sends nothing more until `work` is done. */
export async function whileNothingIsSent(work: () => Promise<void>): Promise<void> {
  for (const stop of stops) stop()
  await (navigator.locks ? navigator.locks.request('cairn-outbox', work) : work())
}

/**
 * One run over everything that waits. Of all tabs and the service worker only one sends at a time; the others
 * hear what becomes of it.
 */
export async function runOutbox(box: Box, line: Line): Promise<Stop | 'busy'> {
  let over = false
  // whoever is signed out or replaced meanwhile sends nothing more
  const stop = () => {
    over = true
  }
  const stopWatching = watchVault(stop)
  stops.add(stop)
  const run = () => sendAll({ box, line, now: Date.now, isOver: () => over, onChange: tellNews })
  try {
    if (!navigator.locks) return await run()
    return await navigator.locks.request('cairn-outbox', { ifAvailable: true }, (lock) =>
      lock ? run() : 'busy',
    )
  } finally {
    stopWatching()
    stops.delete(stop)
  }
}

/** Where the browser can, it wakes the service worker when the network is back, with every tab closed. */
export async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  const { sync } = (registration ?? {}) as { sync?: { register: (tag: string) => Promise<void> } }
  await sync?.register('cairn-outbox').catch(() => undefined)
}
