import type { Page } from 'playwright-core'

/** What this device keeps beside the page, in words that change when it does. */
async function look(page: Page, store: 'sealed-draft' | 'entry'): Promise<string[]> {
  return page.evaluate(async (name) => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
    const database = await done(indexedDB.open('cairn'))
    const kept = await done(database.transaction(name).objectStore(name).getAll())
    database.close()
    return kept
      .filter(({ arrivedAt }) => arrivedAt === undefined)
      .map(({ id, key, keptAt }) => `${id} ${key} ${keptAt}`)
  }, store)
}

/**
 * Until what was done last is written down on this device, as it is at most half a second later by the page's
 * own clock: a machine that stands still for a moment makes nobody too early.
 */
export async function writtenDown(page: Page): Promise<void> {
  const drafts = async () => (await look(page, 'sealed-draft')).join()
  for (let before = await drafts(); ; ) {
    await page.evaluate(() => new Promise((go) => setTimeout(go, 1_000)))
    const now = await drafts()
    if (now === before) return
    before = now
  }
}

/**
 * Until the server has all that was done here. A page goes on after two and a half seconds, as it does on a thin
 * line; whoever looks from elsewhere on a busy machine may then be too early.
 */
export async function arrived(page: Page): Promise<void> {
  const patience = Date.now() + 30_000
  for (;;) {
    const waiting = await look(page, 'entry')
    if (waiting.length === 0) return
    if (Date.now() > patience) throw new Error(`has not arrived: ${waiting.join()}`)
    await page.evaluate(() => new Promise((go) => setTimeout(go, 100)))
  }
}
