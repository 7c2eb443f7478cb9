import { addPoint } from '../drawing.ts'
import type { DrawingSurface, Place } from './surface.ts'

/** One line while it is drawn: its points, and whether the pressure is felt. */
export type Gesture = { points: number[]; felt: boolean }

type Listener = { onMove: (gesture: Gesture) => void; onEnd: (gesture: Gesture | undefined) => void }

/**
 * Fingers, mouse and pen. Two fingers move and zoom the sheet. Once a pen has touched it, hands only move it:
 * a palm that rests on the tablet draws nothing.
 */
export function listenToPointers(
  canvas: HTMLCanvasElement,
  surface: DrawingSurface,
  listener: Listener,
): () => void {
  const stop = new AbortController()
  const fingers = new Map<number, Place>()
  let drawing: { id: number; gesture: Gesture } | undefined
  let penSeen = false

  const begin = (event: PointerEvent) => {
    drawing = { id: event.pointerId, gesture: { points: [], felt: event.pointerType === 'pen' } }
    extend(event)
  }
  const extend = (event: PointerEvent) => {
    if (drawing?.id !== event.pointerId) return
    const all = event.getCoalescedEvents?.() ?? []
    for (const one of all.length > 0 ? all : [event]) {
      const { x, y } = surface.onSheet(one)
      addPoint(drawing.gesture.points, x, y, one.pressure)
    }
    listener.onMove(drawing.gesture)
  }
  const drop = () => {
    if (drawing) listener.onEnd(undefined)
    drawing = undefined
  }
  const down = (event: PointerEvent) => {
    if (event.button > 0) return
    event.preventDefault()
    canvas.focus({ preventScroll: true })
    canvas.setPointerCapture(event.pointerId)
    if (event.pointerType === 'pen') {
      penSeen = true
      drop()
    }
    if (event.pointerType !== 'touch') return begin(event)
    fingers.set(event.pointerId, placeOf(event))
    // the second finger says that the first was not drawing either
    if (fingers.size > 1) drop()
    else if (!penSeen && !drawing) begin(event)
  }
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId)
    if (before && !drawing) moveSheet(event, before)
    if (before) fingers.set(event.pointerId, placeOf(event))
    extend(event)
  }
  const moveSheet = (event: PointerEvent, before: Place) => {
    const now = placeOf(event)
    const shift = { x: now.x - before.x, y: now.y - before.y }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (!other) return surface.zoom(1, now, shift)
    const by = apart(now, other) / Math.max(1, apart(before, other))
    return surface.zoom(by, other)
  }
  const up = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    if (drawing?.id !== event.pointerId) return
    const { gesture } = drawing
    drawing = undefined
    listener.onEnd(event.type === 'pointercancel' ? undefined : gesture)
  }
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    const at = placeOf(event)
    if (event.ctrlKey) surface.zoom(Math.exp(-event.deltaY / 200), at)
    else surface.zoom(1, at, { x: -event.deltaX, y: -event.deltaY })
  }
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const { signal } = stop
  canvas.addEventListener('pointerdown', down, { signal })
  canvas.addEventListener('pointermove', move, { signal })
  canvas.addEventListener('pointerup', up, { signal })
  canvas.addEventListener('pointercancel', up, { signal })
  canvas.addEventListener('wheel', wheel, { signal, passive: false })
  return () => stop.abort()
}

function apart(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
