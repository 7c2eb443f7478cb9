import { addPoint } from '../drawing.ts'
import type { Gesture } from './pointer-pen.ts'
import type { Place } from './surface.ts'

/** Where the keyboard's pen is, and the line it is drawing while it is down. */
export type KeyboardPen = { at: Place; line: Gesture | undefined }

export type KeyboardStep =
  | { kind: 'moved'; pen: KeyboardPen }
  | { kind: 'down'; pen: KeyboardPen }
  /** the line is done; a pen that never moved leaves a dot */
  | { kind: 'drawn'; pen: KeyboardPen; gesture: Gesture }
  | { kind: 'placed'; pen: KeyboardPen; gesture: Gesture }
  | { kind: 'dropped'; pen: KeyboardPen }

type Pressed = { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean }
type Sheet = { width: number; height: number }

const steps: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** What a key does to the pen; undefined for keys that are none of its business. */
export function pressKey(
  { at, line }: KeyboardPen,
  { key, shiftKey, altKey, ctrlKey, metaKey }: Pressed,
  sheet: Sheet,
  stamps: boolean,
): KeyboardStep | undefined {
  if (ctrlKey || metaKey) return undefined
  const step = steps[key]
  if (step) {
    const far = shiftKey ? 100 : altKey ? 5 : 25
    const next = { x: clamp(at.x + step.x * far, sheet.width), y: clamp(at.y + step.y * far, sheet.height) }
    return { kind: 'moved', pen: { at: next, line: line && lengthen(line, at, next) } }
  }
  if (key === 'Escape') return line ? { kind: 'dropped', pen: { at, line: undefined } } : undefined
  if (key !== ' ' && key !== 'Enter') return undefined
  const dot = lengthen({ points: [], felt: true }, at, at)
  if (stamps) return { kind: 'placed', pen: { at, line: undefined }, gesture: dot }
  if (line) return { kind: 'drawn', pen: { at, line: undefined }, gesture: line }
  return { kind: 'down', pen: { at, line: dot } }
}

/** Points close enough for a smooth line, as if a hand had drawn it. */
function lengthen({ points, felt }: Gesture, from: Place, to: Place): Gesture {
  const longer = [...points]
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 10))
  for (let step = 1; step <= count; step += 1) {
    const share = step / count
    addPoint(longer, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, 0.5)
  }
  return { points: longer, felt }
}

function clamp(place: number, most: number): number {
  return Math.min(most, Math.max(0, place))
}
