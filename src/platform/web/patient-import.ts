import { pause, readsRest } from './network.ts'

const attempts = 6

/**
 * Fetches a part of the app, and again when the network cut it off: a page that somebody is working on must not
 * fall over because a piece of it could not be fetched at once. After half a minute it gives up.
 */
export async function patiently<T>(load: () => Promise<T>, wait = pause): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await load()
    } catch (error) {
      if (attempt >= attempts) throw error
      await wait(500 * 2 ** (attempt - 1))
    }
  }
}

/** As `patiently`, for what a page is not about: on a thin line it would hold up what the page is about. */
export async function afterwards<T>(load: () => Promise<T>): Promise<T> {
  await readsRest()
  return patiently(load)
}
