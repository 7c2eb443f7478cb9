import { createHmac, randomBytes } from 'node:crypto'

const seconds = 30
const digits = 6
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The digits of one step (RFC 4226 with SHA-1, which is what every app does). */
export function digitsOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / seconds)

/** The step to which these digits belong: this one, or the one before or after, because clocks differ. */
export function stepOf(secret: Buffer, typed: string, now: Date): number | undefined {
  const given = typed.replaceAll(/\s/g, '')
  const here = stepAt(now)
  return [here - 1, here, here + 1].find((step) => digitsOf(secret, step) === given)
}

export const newTotpSecret = (): Buffer => randomBytes(20)

/** As apps take it in. */
export function inBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((part) => letters[Number.parseInt(part.padEnd(5, '0'), 2)])
    .join('')
}
