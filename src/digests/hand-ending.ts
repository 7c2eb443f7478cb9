import { createHmac, timingSafeEqual } from 'node:crypto'
import { bytesOfId, idOfBytes } from '../platform/id-form.ts'

/**
 * The link that ends the letters, or begins them again: whose they are and 192 bits that only this program can make
 * of it. It opens nothing else, and goes on working for as long as somebody may hold an old letter.
 */
const markBytes = 24
const tokenPattern = /^[A-Za-z0-9_-]{75}$/

export type Addressee = { personId: string; districtId: string }

const markOf = (secret: string, ids: Buffer) =>
  createHmac('sha256', secret).update('digest ').update(ids).digest().subarray(0, markBytes)

export function endingPath(secret: string, { personId, districtId }: Addressee): string {
  const ids = Buffer.concat([bytesOfId(personId), bytesOfId(districtId)])
  return `/digest/${Buffer.concat([ids, markOf(secret, ids)]).toString('base64url')}`
}

export function addresseeOf(secret: string, token: string): Addressee | undefined {
  if (!tokenPattern.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const ids = bytes.subarray(0, 32)
  if (!timingSafeEqual(bytes.subarray(32), markOf(secret, ids))) return undefined
  return { personId: idOfBytes(ids.subarray(0, 16)), districtId: idOfBytes(ids.subarray(16)) }
}
