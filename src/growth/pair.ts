/**
 * Two attempts at one piece, looked at together so that growth can be seen. Nothing is kept of it: it is a way
 * of looking, the same for the learner, the family and the teacher.
 */
export const ways = ['slide', 'fade', 'words', 'listen', 'watch', 'beside', 'all'] as const
export type Way = (typeof ways)[number]

/** As much of a part as it takes to know how it can be compared; whatever else it holds is left alone. */
type ComparablePart = {
  kind: string
  text?: string
  media?: { state: string; kind: string | null }
}

type Comparable<P extends ComparablePart = ComparablePart> = { parts: readonly P[] }

/** The parts of an attempt that are media of one kind and ready to be looked at, in their learner's order. */
export function mediaOf<P extends ComparablePart>(
  attempt: Comparable<P>,
  kind: 'picture' | 'audio' | 'video',
): Extract<P, { kind: 'media' }>[] {
  return attempt.parts.filter(
    (part): part is Extract<P, { kind: 'media' }> =>
      part.kind === 'media' && part.media?.kind === kind && part.media.state === 'ready',
  )
}

/** Everything written in an attempt, as one text. */
export function wordsOf(attempt: Comparable): string {
  return attempt.parts
    .map((part) => (part.kind === 'text' ? (part.text ?? '').trim() : ''))
    .filter((text) => text !== '')
    .join('\n\n')
}

/** The ways in which this pair can be compared, the most telling first. Beside each other goes with everything. */
export function waysFor(earlier: Comparable, later: Comparable, attempts: number): Way[] {
  const both = (holds: (attempt: Comparable) => boolean) => holds(earlier) && holds(later)
  const hold = (kind: 'picture' | 'audio' | 'video') => both((attempt) => mediaOf(attempt, kind).length > 0)
  const overlaid: Way[] = hold('picture') ? ['slide', 'fade'] : []
  const words: Way[] = both((attempt) => wordsOf(attempt) !== '') ? ['words'] : []
  const heard: Way[] = hold('audio') ? ['listen'] : []
  const seen: Way[] = hold('video') ? ['watch'] : []
  const strip: Way[] = attempts > 2 ? ['all'] : []
  return [...overlaid, ...heard, ...seen, ...words, 'beside', ...strip]
}

/** The wanted way if the pair can be compared so, else the most telling one. */
export function wayOf(wanted: string | null | undefined, fitting: readonly Way[]): Way {
  return fitting.find((way) => way === wanted) ?? fitting[0] ?? 'beside'
}
