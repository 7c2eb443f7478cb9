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

/** True when the address was made for this person and has not run out. */
export function addressHolds(
  secret: string,
  address: { media: string; rendition: string; until: string; key: string; personId: string },
  now: Date,
): boolean {
  const ends = Number(address.until)
  if (!Number.isInteger(ends) || ends * 1000 <= now.getTime()) return false
  const personKey = sha256(
    Buffer.from(windowKey(secret, address.until), 'hex'),
    Buffer.from(address.personId.replaceAll('-', ''), 'hex'),
  )
  const right = sha256(personKey, sha256(personKey, `${address.media}/${address.rendition}`)).subarray(0, 16)
  const given = Buffer.from(address.key, 'hex')
  return given.length === right.length && timingSafeEqual(given, right)
}
