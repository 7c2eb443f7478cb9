import { createHmac, timingSafeEqual } from 'node:crypto'
import { bytesOfId, idOfBytes } from '../platform/id-form.ts'

/** The id of the card and 192 bits that only this program can make of it: nobody finds them in the database. */
const markBytes = 24
const tokenPattern = /^[A-Za-z0-9_-]{54}$/

const markOf = (secret: string, id: Buffer) =>
  createHmac('sha256', secret).update('home card ').update(id).digest().subarray(0, markBytes)

export const pathTo = (secret: string, cardId: string): string => {
  const id = bytesOfId(cardId)
  return `/home-card/${Buffer.concat([id, markOf(secret, id)]).toString('base64url')}`
}

/** The id that a link was made of, if it was made here. */
export function cardBehind(secret: string, token: string): string | undefined {
  if (!tokenPattern.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  return timingSafeEqual(bytes.subarray(16), markOf(secret, id)) ? idOfBytes(id) : undefined
}
