import { Fragment } from 'react'
import { tokensOf } from '../timeline.ts'

/** Somebody's words, with those that were looked for standing out, whatever their accents and endings. */
export function Marked({ words, looked }: { words: string; looked: string | undefined }) {
  const tokens = tokensOf(looked ?? '')
  if (tokens.length === 0) return words
  return words.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece, place) => {
    const plain = tokensOf(piece)[0] ?? ''
    const is = place % 2 === 1 && tokens.some((token) => isMeant(plain, token))
    return is ? <mark key={place}>{piece}</mark> : <Fragment key={place}>{piece}</Fragment>
  })
}

/** The word, its beginning, or, of a longer word, another ending of it. */
function isMeant(plain: string, token: string): boolean {
  return plain.startsWith(token) || (plain.length > 3 && token.startsWith(plain))
}
