import { createHmac } from 'node:crypto'

/** Without those that look like another: it is read off paper, by children. */
const letters = 'abcdefghjkmnpqrstuvwxyz'
const digits = '23456789'

/** Three letters and two digits, twice: of no use to whoever has the database alone. */
export function passwordFor(secret: string, passwordId: string): string {
  const bytes = createHmac('sha256', secret).update(`first password ${passwordId}`).digest()
  let number = bytes.readBigUInt64BE()
  const pick = (from: string) => {
    const letter = from[Number(number % BigInt(from.length))] ?? ''
    number /= BigInt(from.length)
    return letter
  }
  const group = () => [letters, letters, letters, digits, digits].map(pick).join('')
  return `${group()}-${group()}`
}
