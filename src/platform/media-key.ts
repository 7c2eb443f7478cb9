import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Addresses of files are good for one person until the end of a window. The window moves in steps, so that
 * an address stays the same for a while and the browser's own cache works. PostgreSQL writes the addresses
 * (media_address in db/migrations/0005); this is the same arithmetic for checking them.
 */
const windowSeconds = 30 * 60

export type MediaWindow = { key: string; until: string }

export function mediaWindow(secret: string, now: Date): MediaWindow {
  const until = String((Math.floor(now.getTime() / 1000 / windowSeconds) + 2) * windowSeconds)
  return { key: windowKey(secret, until), until }
}

const windowKey = (secret: string, until: string) =>
  createHmac('sha256', secret).update(`media ${until}`).digest('hex')

const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

type Addressed = { media: string; rendition: string; until: string; personId: string }

/** What makes an address good for one person, or for the guests of one thing, whose id then stands in the place. */
export function addressKey(secret: string, { media, rendition, until, personId }: Addressed): Buffer {
  const personKey = sha256(
    Buffer.from(windowKey(secret, until), 'hex'),
    Buffer.from(personId.replaceAll('-', ''), 'hex'),
  )
  return sha256(personKey, sha256(personKey, `${media}/${rendition}`)).subarray(0, 16)
}

/** True when the address was made for this person and has not run out. */
export function addressHolds(secret: string, address: Addressed & { key: string }, now: Date): boolean {
  const ends = Number(address.until)
  if (!Number.isInteger(ends) || ends * 1000 <= now.getTime()) return false
  const right = addressKey(secret, address)
  const given = Buffer.from(address.key, 'hex')
  return given.length === right.length && timingSafeEqual(given, right)
}
