import { createHmac } from 'node:crypto'
import { codeLength, letters } from './card.ts'

/** A card's code, made anew from its id whenever it is printed: nobody finds it in the database. */
export function codeOf(secret: string, cardId: string): string {
  const bytes = createHmac('sha256', secret).update(`class card ${cardId}`).digest()
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  const base = BigInt(letters.length)
  let code = ''
  while (code.length < codeLength) {
    code += letters[Number(rest % base)]
    rest /= base
  }
  return code
}

/** By which a card is found, and from which its code cannot be guessed without the secret. */
export const hashOfCode = (secret: string, code: string): Buffer =>
  createHmac('sha256', secret).update(`code of a class card ${code}`).digest()
