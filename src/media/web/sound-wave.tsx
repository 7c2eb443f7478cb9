import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import styles from './media-view.module.css'

type Peaks = { seconds: number; peaks: readonly number[] }

const barsDrawn = 120

/**
 * How loud a recording is from beginning to end, for the eye: where somebody speaks, where it is still, how far
 * it has been played. The player above says and does all of it for everybody.
 */
export function SoundWave({ address, within }: { address: string; within: RefObject<HTMLElement | null> }) {
  const played = usePlayed(within)
  const { data } = useQuery({
    queryKey: ['peaks of a recording', address],
    queryFn: ({ signal }) => fetchPeaks(address, signal),
    staleTime: Infinity,
  })
  const bars = data ? fewer(data.peaks, barsDrawn) : []
  if (bars.length === 0) return null
  const loudest = Math.max(1, ...bars)
  return (
    <svg
      className={styles['wave']}
      viewBox={`0 0 ${bars.length * 4} 40`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {bars.map((bar, place) => {
        const height = Math.max(2, (bar / loudest) * 38)
        return (
          <rect
            key={place}
            className={place < played * bars.length ? styles['played'] : undefined}
            x={place * 4 + 0.5}
            y={20 - height / 2}
            width={2.6}
            height={height}
            rx={1.2}
          />
        )
      })}
    </svg>
  )
}

/** The loudest of each stretch stands for it. */
function fewer(peaks: readonly number[], most: number): number[] {
  const per = Math.max(1, Math.ceil(peaks.length / most))
  return Array.from({ length: Math.ceil(peaks.length / per) }, (_, at) =>
    Math.max(...peaks.slice(at * per, (at + 1) * per)),
  )
}

function usePlayed(within: RefObject<HTMLElement | null>): number {
  const [played, setPlayed] = useState(0)
  useEffect(() => {
    const player = within.current?.querySelector('audio')
    if (!player) return
    const look = () => setPlayed(player.duration > 0 ? player.currentTime / player.duration : 0)
    player.addEventListener('timeupdate', look)
    player.addEventListener('seeked', look)
    return () => {
      player.removeEventListener('timeupdate', look)
      player.removeEventListener('seeked', look)
    }
  }, [within])
  return played
}

async function fetchPeaks(address: string, signal: AbortSignal): Promise<Peaks> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as Peaks
}
