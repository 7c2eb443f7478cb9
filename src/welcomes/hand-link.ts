import { createHmac, timingSafeEqual } from 'node:crypto'
import { pinDigits } from './welcome.ts'

/**
 * The link is the id of the welcome and 192 bits that only this program can make of it; the PIN is made of it too.
 * Both are kept nowhere: who reads the whole database comes in nowhere, and a guess is wrong without a look into it.
 */
const markBytes = 24
const tokenPattern = /^[A-Za-z0-9_-]{54}$/

const markOf = (secret: string, id: Buffer) =>
  createHmac('sha256', secret).update('welcome ').update(id).digest().subarray(0, markBytes)

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

export const pathTo = (secret: string, welcomeId: string): string => {
  const id = bytesOf(welcomeId)
  return `/welcome/${Buffer.concat([id, markOf(secret, id)]).toString('base64url')}`
}

/** The id that a link was made of, if it was made here. */
export function welcomeBehind(secret: string, token: string): string | undefined {
  if (!tokenPattern.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), markOf(secret, id))) return undefined
  const hex = id.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function pinFor(secret: string, welcomeId: string): string {
  const number = createHmac('sha256', secret).update('welcome pin ').update(bytesOf(welcomeId)).digest()
  return String(number.readBigUInt64BE() % BigInt(10 ** pinDigits)).padStart(pinDigits, '0')
}

export function pinHolds(secret: string, welcomeId: string, pin: string): boolean {
  const [right, given] = [Buffer.from(pinFor(secret, welcomeId)), Buffer.from(pin)]
  return given.length === right.length && timingSafeEqual(given, right)
}
