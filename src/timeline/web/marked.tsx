import { tokensOf } from '../timeline.ts'

/** Somebody's words, with those that were looked for standing out, whatever their accents and endings. */
export function Marked({ words, looked }: { words: string; looked: string | undefined }) {
  const tokens = tokensOf(looked ?? '')
  if (tokens.length === 0) return words
  return runsOf(words, tokens).map(({ text, meant }, place) =>
    meant ? <mark key={place}>{text}</mark> : text,
  )
}

type Run = { text: string; meant: boolean }

/** Words are marked one by one; what stands between them stays in one piece. */
function runsOf(words: string, tokens: readonly string[]): Run[] {
  const runs: Run[] = []
  for (const [place, text] of words.split(/([\p{L}\p{N}\p{M}]+)/u).entries()) {
    const meant = place % 2 === 1 && tokens.some((token) => isMeant(tokensOf(text)[0] ?? '', token))
    const last = runs.at(-1)
    if (last && !meant && !last.meant) last.text += text
    else runs.push({ text, meant })
  }
  return runs
}

/** The word, its beginning, or, of a longer word, another ending of it. */
function isMeant(plain: string, token: string): boolean {
  return plain.startsWith(token) || (plain.length > 3 && token.startsWith(plain))
}
