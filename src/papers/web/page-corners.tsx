import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import type { Point, Quad } from '../../scans/web/raster.ts'
import styles from './stack.module.css'

type PageCornersProps = { photo: string; corners: Quad; onMove: (corners: Quad) => void }

const names = ['papers.corner-1', 'papers.corner-2', 'papers.corner-3', 'papers.corner-4'] as const

/** A little with an arrow key, more with shift, as shares of the photo. */
const [little, more] = [0.004, 0.03]

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The photo with the page's corners on it, moved by finger, mouse or keys. */
export function PageCorners({ photo, corners, onMove }: PageCornersProps) {
  const { say } = useWords()
  const box = useRef<HTMLDivElement>(null)
  // while a finger moves a corner the line follows it; the page is cut anew once it lets go
  const [dragged, setDragged] = useState<Quad>()
  const shown = dragged ?? corners
  const at = (event: PointerEvent): Point => {
    const { left, top, width, height } = (box.current as HTMLElement).getBoundingClientRect()
    return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) }
  }
  const press = (place: number, event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    const corner = corners[place]
    if (!arrow || !corner) return
    event.preventDefault()
    const step = event.shiftKey ? more : little
    onMove(
      moved(corners, place, { x: within(corner.x + arrow[0] * step), y: within(corner.y + arrow[1] * step) }),
    )
  }
  return (
    <div ref={box} className={styles['corners']}>
      <img src={photo} alt="" />
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        <polygon points={shown.map(({ x, y }) => `${x * 100},${y * 100}`).join(' ')} />
      </svg>
      {names.map((name, place) => (
        <button
          key={name}
          type="button"
          className={styles['corner']}
          style={{ left: `${(shown[place]?.x ?? 0) * 100}%`, top: `${(shown[place]?.y ?? 0) * 100}%` }}
          aria-label={say(name)}
          onKeyDown={(event) => press(place, event)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            setDragged(corners)
          }}
          onPointerMove={(event) => dragged && setDragged(moved(dragged, place, at(event)))}
          onPointerUp={() => {
            if (dragged && dragged !== corners) onMove(dragged)
            setDragged(undefined)
          }}
          onPointerCancel={() => setDragged(undefined)}
        />
      ))}
    </div>
  )
}

const within = (share: number) => Math.min(1, Math.max(0, share))
const moved = (corners: Quad, place: number, to: Point): Quad =>
  corners.map((corner, at) => (at === place ? to : corner)) as unknown as Quad
