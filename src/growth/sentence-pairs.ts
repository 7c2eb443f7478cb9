/** Which old sentence became which new one, among those that changed. */
export type Pairing<S> = { before: S; after: S } | { before: S; after?: never } | { before?: never; after: S }

export type CountedSentence = { text: string; words: readonly string[] }

/** Below this, two sentences share too little for a reader to see the one in the other. */
const akin = 0.45
/** More sentences than this are not set against each other one by one. */
const mostTried = 90 * 90

/** Pairs the sentences that are most alike, in order; the others went or came whole. */
export function pairSentences<S extends CountedSentence>(
  before: readonly S[],
  after: readonly S[],
): Pairing<S>[] {
  if (before.length * after.length > mostTried) return apart(before, after)
  const best = bestAhead(before, after)
  const pairs: Pairing<S>[] = []
  let [b, a] = [0, 0]
  while (b < before.length && a < after.length) {
    const [one, other] = [before[b] as S, after[a] as S]
    const here = valueAt(best, b, a)
    if (here === valueAt(best, b + 1, a)) {
      pairs.push({ before: one })
      b += 1
    } else if (here === valueAt(best, b, a + 1)) {
      pairs.push({ after: other })
      a += 1
    } else {
      pairs.push({ before: one, after: other })
      b += 1
      a += 1
    }
  }
  return [...pairs, ...apart(before.slice(b), after.slice(a))]
}

const apart = <S>(before: readonly S[], after: readonly S[]): Pairing<S>[] => [
  ...before.map((one) => ({ before: one })),
  ...after.map((one) => ({ after: one })),
]

/** How alike the rests of both lists can be at most, for every place in them. */
function bestAhead(before: readonly CountedSentence[], after: readonly CountedSentence[]): number[][] {
  const best = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  for (let b = before.length - 1; b >= 0; b -= 1) {
    for (let a = after.length - 1; a >= 0; a -= 1) {
      const alike = likeness(before[b], after[a])
      const together = alike >= akin ? alike + valueAt(best, b + 1, a + 1) : 0
      const row = best[b]
      if (row) row[a] = Math.max(together, valueAt(best, b + 1, a), valueAt(best, b, a + 1))
    }
  }
  return best
}

const valueAt = (values: readonly (readonly number[])[], b: number, a: number): number => values[b]?.[a] ?? 0

/** The share of words that both have, from 0 to 1. */
export function likeness(one: CountedSentence | undefined, other: CountedSentence | undefined): number {
  const all = (one?.words.length ?? 0) + (other?.words.length ?? 0)
  if (!one || !other || all === 0) return 0
  const left = new Map<string, number>()
  for (const word of one.words) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other.words) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  return (2 * shared) / all
}
