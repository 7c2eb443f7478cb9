import { useEffect, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { heaviestDrawn, readShape, type SoundShape } from './sound-shape.ts'
import styles from './listen-to-both.module.css'

/** The shape of a recording once it is known; a recording too heavy or too strange stays without. */
export function useShape(source: { address: string; bytes: number } | undefined): SoundShape | undefined {
  const [shape, setShape] = useState<SoundShape>()
  const address = source && source.bytes <= heaviestDrawn ? source.address : undefined
  useEffect(() => {
    setShape(undefined)
    if (!address) return
    const leaving = new AbortController()
    readShape(address, leaving.signal).then(
      (read) => leaving.signal.aborted || setShape(read),
      () => undefined,
    )
    return () => leaving.abort()
  }, [address])
  return shape
}

type SoundBarsProps = { shape: SoundShape | undefined; played: number; heard: boolean }

/** Bars for the eye alone: the times beside them say the same in words. */
export function SoundBars({ shape, played, heard }: SoundBarsProps) {
  const bars = shape?.bars ?? flat
  return (
    <svg
      className={classNames(styles['bars'], heard && styles['heard'])}
      viewBox={`0 0 ${bars.length * 4} 40`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {bars.map((bar, place) => {
        const height = Math.max(2, bar * 38)
        return (
          <rect
            key={place}
            className={place / bars.length < played ? styles['played'] : undefined}
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

const flat = Array.from({ length: 120 }, () => 0.06)
