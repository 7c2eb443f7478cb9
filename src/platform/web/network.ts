import { useSyncExternalStore } from 'react'
import { noteServerNow } from './clock.ts'

/**
 * How the page stands with the server. `here`: answers come. `kept`: what is shown was kept on this device.
 * `waiting`: something written has not arrived yet.
 */
export type NetworkState = 'here' | 'kept' | 'waiting'

const listeners = new Set<() => void>()
let waiting = 0
let reading = 0
let resting: (() => void)[] = []
let showsKept = false

export function useNetworkState(): NetworkState {
  return useSyncExternalStore(watchNetwork, networkState)
}

export function networkState(): NetworkState {
  if (waiting > 0) return 'waiting'
  return showsKept ? 'kept' : 'here'
}

export function watchNetwork(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called for every answer; the service worker marks the ones it had kept. */
export function noteAnswer(answer: Response) {
  noteServerNow(answer)
  change(() => {
    showsKept = answer.headers.has('x-cairn-kept')
  })
}

/** Counts one request as waiting until the returned function is called. */
export function beginWaiting(): () => void {
  change(() => {
    waiting += 1
  })
  return () =>
    change(() => {
      waiting -= 1
    })
}

/** Counts one read as under way until the returned function is called. */
export function beginReading(): () => void {
  reading += 1
  return () => {
    reading -= 1
    if (reading > 0) return
    for (const go of resting) go()
    resting = []
  }
}

/** Once what the page asked for first is answered; soon all the same where answers take long. */
export async function readsRest(longest = 3_000): Promise<void> {
  // a screen asks once it is drawn, and a slow device draws for long
  await idle()
  if (reading > 0) await Promise.race([new Promise<void>((go) => resting.push(go)), pause(longest)])
}

/** Resolves after the pause, or at once when the device says the network is back. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController()
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      stop.abort()
      resolve()
    }
    globalThis.addEventListener?.('online', done, { signal: stop.signal })
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        stop.abort()
        reject(signal.reason)
      },
      { signal: stop.signal },
    )
  })
}

const idle = (): Promise<void> =>
  new Promise((go) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => go(), { timeout: 1_000 })
    else setTimeout(go, 100)
  })

function change(apply: () => void) {
  const before = networkState()
  apply()
  if (networkState() !== before) for (const listener of listeners) listener()
}
