import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { lastSecond, type Pin } from '../pin.ts'
import { usePinBoard } from './pin-board.tsx'
import { PinButton } from './pin-button.tsx'
import { goToSecond, playerAt } from './pin-ways.ts'
import { draftId } from './placed-pins.ts'
import type { PinsOverProps } from './pins-over-picture.tsx'
import styles from './pins.module.css'

/** A hand that moved less than this over the whole length only pressed. */
const smallest = 0.015

/** Under a recording: its length as a line, with the seconds and spans that are pointed at. */
export function PinsUnderRecording({ target, position, media, pins }: PinsOverProps) {
  const { say } = useWords()
  const { writer, pointing, point } = usePinBoard()
  const length = useLength(position, media.seconds)
  const [dragging, setDragging] = useState<{ from: number; to: number }>()
  const active = pointing && writer?.iterationId === target.iteration.id
  if (pins.length === 0 && !active) return null
  const pinOf = (from: number, to: number | null): Pin => ({
    kind: 'moment',
    revision: target.iteration.revision,
    position,
    mediaId: media.id,
    from: tenth(from),
    to: to === null ? null : tenth(to),
  })
  const shareOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (!active || event.target !== event.currentTarget || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging({ from: shareOf(event), to: shareOf(event) })
  }
  const end = () => {
    if (!dragging) return
    setDragging(undefined)
    point(false)
    const [from, to] = [dragging.from, dragging.to].sort((one, other) => one - other) as [number, number]
    const isSpan = to - from >= smallest
    writer?.pointAt(pinOf((isSpan ? from : dragging.from) * length, isSpan ? to * length : null))
  }
  return (
    <div
      className={classNames(styles['line'], active && styles['pointing'])}
      role="group"
      aria-label={say('pins.on-recording')}
      data-pointing={active || undefined}
      onPointerDown={begin}
      onPointerMove={(event) => dragging && setDragging({ ...dragging, to: shareOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDragging(undefined)}
    >
      {dragging && (
        <Span from={Math.min(dragging.from, dragging.to)} to={Math.max(dragging.from, dragging.to)} />
      )}
      {pins.map((placed) => {
        const { pin, id } = placed
        if (pin.kind !== 'moment') return null
        const { from, to } = pin
        const byKeys = (event: KeyboardEvent) => {
          const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
          if (id !== draftId || !step) return
          event.preventDefault()
          const begins = Math.min(Math.max(0, from + step * (event.shiftKey ? 5 : 0.5)), length)
          writer?.move(pinOf(begins, to === null ? null : Math.min(begins + to - from, length)))
          goToSecond(position, begins)
        }
        return (
          <span key={id} className={styles['holder']}>
            {to !== null && <Span from={from / length} to={to / length} />}
            <PinButton
              pin={placed}
              className={styles['on-line']}
              style={{ left: `${Math.min(100, (from / length) * 100)}%` }}
              onPress={() => goToSecond(position, from)}
              onMove={byKeys}
            />
          </span>
        )
      })}
    </div>
  )
}

function Span({ from, to }: { from: number; to: number }) {
  return (
    <span className={styles['span']} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
  )
}

/** What the file tells, or else the player once it knows. */
function useLength(position: number, told: number | null): number {
  const [heard, setHeard] = useState<number>()
  const asked = useRef(false)
  useEffect(() => {
    const player = playerAt(position)
    if (told || asked.current || !player) return
    asked.current = true
    const look = () => Number.isFinite(player.duration) && setHeard(player.duration)
    look()
    player.addEventListener('durationchange', look)
    return () => player.removeEventListener('durationchange', look)
  }, [position, told])
  return Math.min(told || heard || 1, lastSecond)
}

const tenth = (second: number) => Math.round(second * 10) / 10
