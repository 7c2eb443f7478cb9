import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Media } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { Area, Pin } from '../pin.ts'
import { areaBetween, moveArea, type Point } from './pin-area.ts'
import { type PinTarget, usePinBoard } from './pin-board.tsx'
import { PinButton } from './pin-button.tsx'
import { draftId, type PlacedPin } from './placed-pins.ts'
import styles from './pins.module.css'

export type PinsOverProps = {
  target: PinTarget
  position: number
  media: Media
  pins: readonly PlacedPin[]
}

/** Over a picture or the first page of a document: its pins, and the ground to point at. */
export function PinsOverPicture({ target, position, media, pins }: PinsOverProps) {
  const { say } = useWords()
  const { writer, pointing, point } = usePinBoard()
  const ground = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState<{ from: Point; to: Point }>()
  const active = pointing && writer?.iterationId === target.iteration.id
  const pinAt = (area: Area): Pin => {
    const at = { revision: target.iteration.revision, position, mediaId: media.id }
    return media.kind === 'document' ? { kind: 'page', ...at, page: 1, area } : { kind: 'spot', ...at, area }
  }
  const pointOf = (event: PointerEvent): Point => {
    const box = ground.current?.getBoundingClientRect()
    if (!box) return { x: 0.5, y: 0.5 }
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (!active || event.target !== event.currentTarget || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging({ from: pointOf(event), to: pointOf(event) })
  }
  const end = () => {
    if (!dragging) return
    setDragging(undefined)
    point(false)
    writer?.pointAt(pinAt(areaBetween(dragging.from, dragging.to)))
  }
  return (
    <div
      ref={ground}
      className={classNames(styles['over'], active && styles['pointing'])}
      data-pointing={active || undefined}
      onPointerDown={begin}
      onPointerMove={(event) => dragging && setDragging({ ...dragging, to: pointOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDragging(undefined)}
    >
      {active && !dragging && (
        <span className={styles['hint']} aria-hidden>
          {say(media.kind === 'document' ? 'pins.how-document' : 'pins.how-picture')}
        </span>
      )}
      {dragging && <Outline area={areaBetween(dragging.from, dragging.to)} drafted />}
      {pins.map((pin) => (
        <PinOnPicture key={pin.id} pin={pin} onMove={(area) => writer?.move(pinAt(area))} pointOf={pointOf} />
      ))}
    </div>
  )
}

type PinOnPictureProps = {
  pin: PlacedPin
  onMove: (area: Area) => void
  pointOf: (event: PointerEvent) => Point
}

function PinOnPicture({ pin, onMove, pointOf }: PinOnPictureProps) {
  const area = areaOf(pin.pin)
  const drag = useRef<Point>(undefined)
  if (!area) return <PinButton pin={pin} className={styles['whole-page']} />
  const mine = pin.id === draftId
  const byKeys = (event: KeyboardEvent) => {
    const step = steps[event.key as keyof typeof steps]
    if (!mine || !step) return
    event.preventDefault()
    const far = event.shiftKey ? 0.05 : 0.01
    onMove(moveArea(area, step.x * far, step.y * far))
  }
  const byHand = (event: PointerEvent<HTMLElement>) => {
    if (!mine) return
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = pointOf(event)
    } else if (event.type === 'pointermove' && drag.current) {
      const here = pointOf(event)
      onMove(moveArea(area, here.x - drag.current.x, here.y - drag.current.y))
      drag.current = here
    } else if (event.type !== 'pointermove') drag.current = undefined
  }
  return (
    <span className={styles['holder']} onPointerMove={byHand} onPointerUp={byHand} onPointerCancel={byHand}>
      {(area.width > 0 || area.height > 0) && <Outline area={area} drafted={mine} />}
      <PinButton
        pin={pin}
        className={classNames(styles['placed'], mine && styles['movable'])}
        style={{ left: percent(area.x), top: percent(area.y) }}
        onMove={byKeys}
        onPointerDown={byHand}
      />
    </span>
  )
}

function Outline({ area, drafted = false }: { area: Area; drafted?: boolean }) {
  const style: CSSProperties = {
    left: percent(area.x),
    top: percent(area.y),
    width: percent(area.width),
    height: percent(area.height),
  }
  return <span className={classNames(styles['region'], drafted && styles['drafted'])} style={style} />
}

const steps = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function areaOf(pin: Pin): Area | undefined {
  if (pin.kind === 'spot') return pin.area
  return pin.kind === 'page' && pin.page === 1 ? (pin.area ?? undefined) : undefined
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`
