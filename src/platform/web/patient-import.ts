import { pause, readsRest } from './network.ts'

/** Milliseconds. */
const longestWait = 60_000

/**
 * Tries again what the network cut off: a page that somebody is working on must not fall over because a piece of it
 * could not be fetched at once. After half a minute it gives up. Parts of the app are fetched so by the build.
 */
export async function patiently<T>(load: () => Promise<T>, wait = pause, attempts = 6): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await load()
    } catch (error) {
      if (attempt >= attempts) throw error
      await wait(Math.min(500 * 2 ** (attempt - 1), longestWait))
    }
  }
}

/** Fetches what a page is not about: on a thin line it would hold up what the page is about. */
export async function afterwards<T>(load: () => Promise<T>): Promise<T> {
  await readsRest()
  return load()
}
