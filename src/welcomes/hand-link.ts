import { createHmac, timingSafeEqual } from 'node:crypto'
import { bytesOfId, idOfBytes } from '../platform/id-form.ts'
import { pinDigits } from './welcome.ts'

/**
 * The link is the id of the welcome and 192 bits that only this program can make of it; the PIN is made of it too.
 * Both are kept nowhere: who reads the whole database comes in nowhere, and a guess is wrong without a look into it.
 */
const markBytes = 24
const tokenPattern = /^[A-Za-z0-9_-]{54}$/

const markOf = (secret: string, id: Buffer) =>
  createHmac('sha256', secret).update('welcome ').update(id).digest().subarray(0, markBytes)

export const pathTo = (secret: string, welcomeId: string): string => {
  const id = bytesOfId(welcomeId)
  return `/welcome/${Buffer.concat([id, markOf(secret, id)]).toString('base64url')}`
}

/** The id that a link was made of, if it was made here. */
export function welcomeBehind(secret: string, token: string): string | undefined {
  if (!tokenPattern.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), markOf(secret, id))) return undefined
  return idOfBytes(id)
}

export function pinFor(secret: string, welcomeId: string): string {
  const number = createHmac('sha256', secret).update('welcome pin ').update(bytesOfId(welcomeId)).digest()
  return String(number.readBigUInt64BE() % BigInt(10 ** pinDigits)).padStart(pinDigits, '0')
}

export function pinHolds(secret: string, welcomeId: string, pin: string): boolean {
  const [right, given] = [Buffer.from(pinFor(secret, welcomeId)), Buffer.from(pin)]
  return given.length === right.length && timingSafeEqual(given, right)
}
