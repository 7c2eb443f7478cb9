/**
 * A picture drawn here: a sheet of paper, perhaps with a photo under it, and marks one after the other on three
 * layers. It belongs to whoever draws it. What others see is the picture made of it; the marks stay beside that
 * picture, so that it can be drawn on later.
 */
export const drawingTools = ['pen', 'marker', 'eraser'] as const
export type DrawingTool = (typeof drawingTools)[number]

/** Colors have names, because a name is what one says, hears and remembers. */
export const inks = {
  black: '#1e2320',
  grey: '#7d8276',
  brown: '#7a4a24',
  red: '#c4281c',
  orange: '#e8731a',
  yellow: '#f5c518',
  lime: '#8fbf2f',
  green: '#2f7d4f',
  blue: '#2468b0',
  sky: '#6db8e8',
  purple: '#7b3fa0',
  pink: '#ea7fae',
  skin: '#e0ac80',
  white: '#ffffff',
} as const
export type Ink = keyof typeof inks
export const inkNames = Object.keys(inks) as Ink[]

export const widths = { fine: 8, middle: 20, thick: 48 } as const
export type Width = keyof typeof widths
export const widthNames = Object.keys(widths) as Width[]

export const shapes = ['circle', 'square', 'triangle', 'star', 'heart', 'line'] as const
export type Shape = (typeof shapes)[number]

/** Back to front; the photo lies below all of them. */
export const layers = [0, 1, 2] as const
export type Layer = (typeof layers)[number]

export type Stroke = {
  kind: 'stroke'
  layer: Layer
  tool: DrawingTool
  ink: Ink
  width: Width
  /** across, down and pressure (0 to 100) of each point, one after the other; all whole numbers */
  points: number[]
  /** whether the pressure was felt; else it is guessed from the speed */
  felt: boolean
}

export type Stamp = {
  kind: 'stamp'
  layer: Layer
  shape: Shape
  ink: Ink
  x: number
  y: number
  size: number
}

/** Empties a layer, and can be taken back like any mark. */
export type Wipe = { kind: 'wipe'; layer: Layer }

export type Mark = Stroke | Stamp | Wipe

export type Drawing = {
  width: number
  height: number
  /** a photo to draw over, as a JPEG of its own; '' for an empty sheet */
  background: string
  marks: Mark[]
}

export const longestSide = 1600
export const mostMarks = 5_000
export const mostPoints = 30_000

/** What one drawing may weigh with all its strokes and its photo, in letters of JSON. */
export const heaviestDrawing = 1_800_000

export function emptySheet(upright: boolean): Drawing {
  const [long, short] = [longestSide, (longestSide * 3) / 4]
  return { width: upright ? short : long, height: upright ? long : short, background: '', marks: [] }
}

/** A sheet as large as the photo under it. */
export function sheetOver(photo: { width: number; height: number; address: string }): Drawing {
  const scale = longestSide / Math.max(photo.width, photo.height)
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(photo.width), height: side(photo.height), background: photo.address, marks: [] }
}

/** The marks there are, and those taken back, which another mark forgets. */
export type History = { marks: Mark[]; undone: Mark[] }

export function addMark({ marks }: History, mark: Mark): History {
  return { marks: [...marks, mark], undone: [] }
}

export function undo({ marks, undone }: History): History {
  const last = marks.at(-1)
  return last ? { marks: marks.slice(0, -1), undone: [...undone, last] } : { marks, undone }
}

export function redo({ marks, undone }: History): History {
  const next = undone.at(-1)
  return next ? { marks: [...marks, next], undone: undone.slice(0, -1) } : { marks, undone }
}

/** Whether there is anything on a layer to be seen, erased or wiped. */
export function hasMarks(marks: readonly Mark[], layer: Layer): boolean {
  const onIt = marks.filter((mark) => mark.layer === layer)
  return onIt.length > 0 && onIt.at(-1)?.kind !== 'wipe'
}

/** A point that moved less than a hair says nothing. */
export function addPoint(points: number[], x: number, y: number, pressure: number): void {
  const [beforeX, beforeY] = [points.at(-3), points.at(-2)]
  const next = [Math.round(x), Math.round(y), Math.round(pressure * 100)]
  if (beforeX === next[0] && beforeY === next[1]) return
  if (points.length < mostPoints * 3) points.push(...next)
}
