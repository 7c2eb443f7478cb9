import { lazy, Suspense } from 'react'
import type { PartMarks } from '../../work/web/parts.tsx'
import type { PinTarget } from '../../pins/web/pin-board.tsx'

const PinsAt = lazy(async () => ({ default: (await import('./pins-at.tsx')).PinsAt }))
const PinnedWords = lazy(async () => ({
  default: (await import('./pinned-words.tsx')).PinnedWords,
}))

/** The pins on an attempt, drawn on its parts as soon as they are here; the work never waits for them. */
export function pinMarks(target: PinTarget): PartMarks {
  return {
    at: (position) => (
      <Suspense fallback={null}>
        <PinsAt target={target} position={position} />
      </Suspense>
    ),
    words: (position) => (words, from, linked) => (
      <Suspense fallback={words}>
        <PinnedWords {...{ target, position, words, from, linked }} />
      </Suspense>
    ),
  }
}
