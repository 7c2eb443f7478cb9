import { type RefObject, useEffect, useState } from 'react'
import { renditionOf } from '../../media/web/media-view-renditions.ts'
import type { Attempt } from './attempt.ts'

export type RecordedPart = Extract<Attempt['parts'][number], { kind: 'media' }>

/** Where a recording is played from; undefined while there is nothing a browser can play. */
export function sourceOf({ media }: RecordedPart): { address: string; bytes: number } | undefined {
  const full = renditionOf(media, 'full')
  return full && { address: full.address, bytes: full.bytes }
}

export const titleOf = ({ alt, caption, media }: RecordedPart): string => alt || caption || media.name

/** How long a recording is, once that is known; it may be before React listens, so it is also asked. */
export function useLength(player: RefObject<HTMLMediaElement | null>): number {
  const [length, setLength] = useState(0)
  useEffect(() => {
    const found = player.current
    if (!found) return
    const note = () => {
      if (found.duration === Infinity) findEnd(found)
      else if (Number.isFinite(found.duration)) setLength(found.duration)
    }
    note()
    found.addEventListener('durationchange', note)
    return () => found.removeEventListener('durationchange', note)
  }, [player])
  return length
}

/** What a browser recorded does not say how long it is until somebody goes to its end. */
function findEnd(player: HTMLMediaElement) {
  player.currentTime = 1e7
  player.addEventListener('durationchange', () => (player.currentTime = 0), { once: true })
}
