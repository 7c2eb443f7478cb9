/**
 * Work seen before is kept on the device under the id of the person who saw it. The service worker is stopped
 * and started at will, so it writes down who that is.
 */
const noteCache = 'kept-person'
const note = '/kept-person'
const keptCache = /^kept-(api|media)-(.+)$/

export const apiCacheOf = (person: string) => `kept-api-${person}`
export const mediaCacheOf = (person: string) => `kept-media-${person}`

export async function personHere(): Promise<string | undefined> {
  const kept = await (await caches.open(noteCache)).match(note)
  return kept?.text()
}

/** On a shared tablet the next person's arrival empties what the one before left behind. */
export async function rememberPerson(id: string): Promise<void> {
  await forgetWhere((owner) => owner !== id)
  await (await caches.open(noteCache)).put(note, new Response(id))
}

export async function forgetEveryone(): Promise<void> {
  await caches.delete(noteCache)
  await forgetWhere(() => true)
}

async function forgetWhere(isForgotten: (owner: string) => boolean): Promise<void> {
  const names = await caches.keys()
  const gone = names.filter((name) => {
    const owner = keptCache.exec(name)?.[2]
    return owner !== undefined && isForgotten(owner)
  })
  await Promise.all(gone.map((name) => caches.delete(name)))
}
