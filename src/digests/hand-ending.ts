import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The link that ends the letters, or begins them again: whose they are and 192 bits that only this program can make
 * of it. It opens nothing else, and goes on working for as long as somebody may hold an old letter.
 */
const markBytes = 24
const tokenPattern = /^[A-Za-z0-9_-]{75}$/

export type Addressee = { personId: string; districtId: string }

const markOf = (secret: string, ids: Buffer) =>
  createHmac('sha256', secret).update('digest ').update(ids).digest().subarray(0, markBytes)

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

export function endingPath(secret: string, { personId, districtId }: Addressee): string {
  const ids = Buffer.concat([bytesOf(personId), bytesOf(districtId)])
  return `/digest/${Buffer.concat([ids, markOf(secret, ids)]).toString('base64url')}`
}

export function addresseeOf(secret: string, token: string): Addressee | undefined {
  if (!tokenPattern.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const ids = bytes.subarray(0, 32)
  if (!timingSafeEqual(bytes.subarray(32), markOf(secret, ids))) return undefined
  return { personId: idOf(ids.subarray(0, 16)), districtId: idOf(ids.subarray(16)) }
}

function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
