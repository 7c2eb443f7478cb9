import { type RefObject, useEffect, useRef, useState } from 'react'
import { sameMoment } from '../moment.ts'
import { useLength } from './recording.ts'

export type Side = 'earlier' | 'later'
type Both<T> = Record<Side, T>

const other: Both<Side> = { earlier: 'later', later: 'earlier' }

/** Two recordings of which one is heard; the other waits at the same moment of the tune. */
export function useTwoSounds(volume: Both<number>) {
  const earlierRef = useRef<HTMLAudioElement>(null)
  const laterRef = useRef<HTMLAudioElement>(null)
  const ref: Both<RefObject<HTMLAudioElement | null>> = { earlier: earlierRef, later: laterRef }
  const [heard, setHeard] = useState<Side>('earlier')
  const [playing, setPlaying] = useState(false)
  const [broken, setBroken] = useState(false)
  const [at, setAt] = useState<Both<number>>({ earlier: 0, later: 0 })
  const length: Both<number> = { earlier: useLength(earlierRef), later: useLength(laterRef) }

  useEffect(() => {
    if (earlierRef.current) earlierRef.current.volume = volume.earlier
    if (laterRef.current) laterRef.current.volume = volume.later
  }, [volume.earlier, volume.later])

  const play = (side: Side) => void ref[side].current?.play().catch(() => setPlaying(false))

  /** Both go to one moment, told from where one of them is. */
  const align = (side: Side, seconds: number) => {
    const [own, rest] = [ref[side].current, ref[other[side]].current]
    const moved = { [side]: seconds, [other[side]]: sameMoment(seconds, length[side], length[other[side]]) }
    setAt(moved as Both<number>)
    if (own && own.currentTime !== seconds) own.currentTime = seconds
    if (rest) rest.currentTime = moved[other[side]] ?? 0
  }

  const hear = (side: Side) => {
    if (side === heard) return
    const before = ref[heard].current
    const seconds = sameMoment(before?.currentTime ?? 0, length[heard], length[side])
    before?.pause()
    align(side, seconds)
    setHeard(side)
    if (playing) play(side)
  }

  const toggle = () => {
    if (playing) ref[heard].current?.pause()
    else if (at[heard] >= length[heard] - 0.05) align(heard, 0)
    setPlaying(!playing)
    if (!playing) play(heard)
  }

  const listeners = (side: Side) => ({
    onTimeUpdate: (event: { currentTarget: HTMLAudioElement }) => {
      if (side !== heard) return
      const seconds = event.currentTarget.currentTime
      setAt({ ...at, [side]: seconds, [other[side]]: sameMoment(seconds, length[side], length[other[side]]) })
    },
    onEnded: () => side === heard && setPlaying(false),
    onError: () => setBroken(true),
  })

  const share = length[heard] > 0 ? at[heard] / length[heard] : 0
  const seek = (to: number) => align(heard, to * length[heard])
  return { ref, heard, playing, broken, at, length, share, hear, toggle, seek, listeners }
}
