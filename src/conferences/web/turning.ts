import { type PointerEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'

const farEnough = 60

/** Pages are turned by a button, an arrow key or a swipe; where something is typed or slid, by none of them. */
export function useTurning(all: number, first = 0) {
  const [at, setAt] = useState(first)
  const from = useRef<{ x: number; y: number } | undefined>(undefined)
  const turn = useCallback(
    (by: number) => setAt((before) => Math.min(Math.max(before + by, 0), all - 1)),
    [all],
  )
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isOwn(event.target))
        return
      if (event.key === 'ArrowRight' || event.key === 'PageDown') turn(1)
      if (event.key === 'ArrowLeft' || event.key === 'PageUp') turn(-1)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [turn])
  return {
    at: Math.min(at, Math.max(all - 1, 0)),
    turn,
    goTo: setAt,
    onPointerDown: (event: PointerEvent) => {
      const swipes = event.pointerType === 'touch' && !isOwn(event.target)
      from.current = swipes ? { x: event.clientX, y: event.clientY } : undefined
    },
    onPointerUp: (event: PointerEvent) => {
      const began = from.current
      from.current = undefined
      if (!began) return
      const [x, y] = [event.clientX - began.x, event.clientY - began.y]
      if (Math.abs(x) > farEnough && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1)
    },
  }
}

/** Has a use of its own for arrows and for being dragged. */
function isOwn(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, video, audio, [role="slider"], [data-slides]') !== null
  )
}
