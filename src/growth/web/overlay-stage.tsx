import { MoveHorizontal } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Picture } from '../../ui/picture.tsx'
import { Time } from '../../ui/time.tsx'
import { commonRatio, panOf, placeIn, slideBy } from '../frame.ts'
import type { Laid, OverlayPart } from './overlay-controls.tsx'
import styles from './overlay.module.css'

/** Both pictures whole in one frame. Pressed or dragged it moves the edge; looked at from near it is moved itself. */
export function OverlayStage({ earlier, later, way, at, onSlide, view }: OverlayPart) {
  const { say } = useWords()
  const ratio = commonRatio(frameOf(earlier.part.media), frameOf(later.part.media))
  const drag = useDrag({ onSlide, pan: view.pan, slides: way === 'slide' && !view.isNear })
  const panWithKeys = (event: KeyboardEvent) => {
    const by = view.isNear && event.target === event.currentTarget ? panOf(event.key) : undefined
    if (!by) return
    event.preventDefault()
    view.pan(by)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the pictures are dragged, and moved with arrows from near; the handle slides without either
    <div
      className={classNames(styles['stage'], styles[way], view.isNear && styles['near'])}
      style={{ '--ratio': ratio, '--at': at } as CSSProperties}
      role="group"
      aria-label={say(view.isNear ? 'growth.both-near' : 'growth.both')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- from near it is moved with the arrow keys
      tabIndex={view.isNear ? 0 : undefined}
      onKeyDown={panWithKeys}
      {...drag}
    >
      <Layer laid={earlier} ratio={ratio} view={view.view} side="earlier" />
      <Layer laid={later} ratio={ratio} view={view.view} side="later" />
      {way === 'slide' && <Handle earlier={earlier} later={later} at={at} onSlide={onSlide} />}
    </div>
  )
}

type LayerProps = { laid: Laid; ratio: number; view: OverlayPart['view']['view']; side: 'earlier' | 'later' }

function Layer({ laid, ratio, view, side }: LayerProps) {
  const { say } = useWords()
  const { media, alt, caption } = laid.part
  const place = placeIn(ratio, frameOf(media))
  const percent = (share: number) => `${share * 100}%`
  const move = (center: number) => percent(0.5 - view.zoom * center)
  const seen = alt || caption || say('piece.picture')
  return (
    <figure className={classNames(styles['layer'], styles[side])}>
      <figcaption className={styles['printed']}>
        {say('ui.attempt-number', { number: laid.number })} · <Time at={laid.madeAt} />
      </figcaption>
      <div
        className={styles['near-by']}
        style={{ transform: `translate(${move(view.x)}, ${move(view.y)}) scale(${view.zoom})` }}
      >
        <div
          className={styles['placed']}
          style={{
            left: percent(place.left),
            top: percent(place.top),
            width: percent(place.width),
            height: percent(place.height),
          }}
        >
          <Picture
            key={media.id}
            renditions={picturesOf(media)}
            {...frameOf(media)}
            alt={say('growth.picture-of', { number: laid.number, seen })}
            thumbhash={media.placeholder}
            sizes={`min(${100 * view.zoom}vw, ${72 * view.zoom}rem)`}
            first
          />
        </div>
      </div>
    </figure>
  )
}

function Handle({ earlier, later, at, onSlide }: Pick<OverlayPart, 'earlier' | 'later' | 'at' | 'onSlide'>) {
  const { say } = useWords()
  const slide = (event: KeyboardEvent) => {
    const to = slideBy(event.key, at)
    if (to === undefined) return
    event.preventDefault()
    onSlide(to)
  }
  return (
    <>
      <span className={styles['edge']} />
      <div
        className={styles['handle']}
        data-handle
        role="slider"
        tabIndex={0}
        aria-label={say('growth.handle', { earlier: earlier.number, later: later.number })}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(at)}
        aria-valuetext={say('growth.shown-over', { number: earlier.number, share: Math.round(at) / 100 })}
        onKeyDown={slide}
      >
        <span className={styles['grip']}>
          <MoveHorizontal aria-hidden />
        </span>
      </div>
    </>
  )
}

type Drag = { onSlide: (at: number) => void; pan: OverlayPart['view']['pan']; slides: boolean }

/** One finger or the mouse: on the handle, or anywhere while the whole is seen, it slides; else it moves both. */
function useDrag({ onSlide, pan, slides }: Drag) {
  const held = useRef<{ kind: 'slide' | 'pan'; x: number; y: number } | undefined>(undefined)
  const move = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const hold = held.current
    if (!hold) return
    if (hold.kind === 'slide') {
      onSlide(Math.min(100, Math.max(0, ((event.clientX - box.left) / box.width) * 100)))
      return
    }
    pan({ x: (hold.x - event.clientX) / box.width, y: (hold.y - event.clientY) / box.height })
    held.current = { ...hold, x: event.clientX, y: event.clientY }
  }
  const release = () => {
    held.current = undefined
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return
      const onHandle = event.target instanceof Element && event.target.closest('[data-handle]') !== null
      held.current = { kind: slides || onHandle ? 'slide' : 'pan', x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
      if (slides || onHandle) event.currentTarget.querySelector<HTMLElement>('[data-handle]')?.focus()
      event.preventDefault()
      // a finger may be about to scroll the page; it has slid when it moves sideways or is lifted
      if (event.pointerType !== 'touch' || onHandle) move(event)
    },
    onPointerMove: move,
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      move(event)
      release()
    },
    onPointerCancel: release,
  }
}
