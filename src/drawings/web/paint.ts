import { getStroke } from 'perfect-freehand'
import {
  type Drawing,
  inks,
  type Layer,
  layers,
  type Mark,
  type Shape,
  type Stroke,
  widths,
} from '../drawing.ts'

/** Puts one mark onto the canvas of its layer. */
export function paintMark(pen: CanvasRenderingContext2D, mark: Mark): void {
  pen.save()
  if (mark.kind === 'wipe') pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height)
  else if (mark.kind === 'stamp') {
    pen.fillStyle = inks[mark.ink]
    pen.translate(mark.x, mark.y)
    pen.fill(shapePath(mark.shape, mark.size / 2))
  } else {
    pen.fillStyle = inks[mark.ink]
    if (mark.tool === 'marker') pen.globalAlpha = 0.5
    if (mark.tool === 'eraser') pen.globalCompositeOperation = 'destination-out'
    pen.fill(strokePath(mark))
  }
  pen.restore()
}

/** How much wider than the pen the other tools are. */
const wider = { pen: 1, marker: 1.8, eraser: 2 } as const

function strokePath({ points, tool, width, felt }: Stroke): Path2D {
  const input: [number, number, number][] = []
  for (let at = 0; at + 2 < points.length; at += 3) {
    input.push([points[at] ?? 0, points[at + 1] ?? 0, (points[at + 2] ?? 50) / 100])
  }
  const outline = getStroke(input, {
    size: widths[width] * wider[tool],
    thinning: tool === 'pen' ? 0.55 : 0,
    smoothing: 0.55,
    streamline: 0.4,
    simulatePressure: !felt,
    last: true,
  })
  const path = new Path2D()
  const [first, ...rest] = outline
  if (!first) return path
  path.moveTo(...first)
  for (const [place, point] of rest.entries()) {
    const next = rest[place + 1] ?? first
    path.quadraticCurveTo(point[0], point[1], (point[0] + next[0]) / 2, (point[1] + next[1]) / 2)
  }
  path.closePath()
  return path
}

export function shapePath(shape: Shape, half: number): Path2D {
  const path = new Path2D()
  if (shape === 'circle') path.arc(0, 0, half, 0, 2 * Math.PI)
  else if (shape === 'square') path.rect(-half, -half, 2 * half, 2 * half)
  else if (shape === 'line') path.roundRect(-half, -half / 10, 2 * half, half / 5, half / 10)
  else if (shape === 'triangle') polygon(path, 3, half, half)
  else if (shape === 'star') polygon(path, 5, half, half * 0.42)
  else heart(path, half)
  return path
}

/** Corners far and near by turns; with both as far it is a plain polygon of twice as few corners. */
function polygon(path: Path2D, corners: number, far: number, near: number): void {
  const steps = far === near ? corners : corners * 2
  for (let step = 0; step < steps; step += 1) {
    const angle = (2 * Math.PI * step) / steps - Math.PI / 2
    const away = far === near || step % 2 === 0 ? far : near
    path.lineTo(away * Math.cos(angle), away * Math.sin(angle))
  }
  path.closePath()
}

function heart(path: Path2D, half: number): void {
  path.moveTo(0, half)
  path.bezierCurveTo(-2 * half, -half * 0.2, -half * 0.8, -half * 1.4, 0, -half * 0.4)
  path.bezierCurveTo(half * 0.8, -half * 1.4, 2 * half, -half * 0.2, 0, half)
}

/** A canvas that is nowhere on the page. */
export function hiddenCanvas({ width, height }: { width: number; height: number }): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw')
  return pen
}

/** The whole picture as others see it: paper, photo, all layers, hidden or not. */
export async function pictureOf(drawing: Drawing): Promise<Blob> {
  const sheet = hiddenCanvas(drawing)
  sheet.fillStyle = '#ffffff'
  sheet.fillRect(0, 0, drawing.width, drawing.height)
  if (drawing.background) {
    sheet.drawImage(await loadPicture(drawing.background), 0, 0, drawing.width, drawing.height)
  }
  for (const layer of layers) sheet.drawImage(paintLayer(drawing, layer).canvas, 0, 0)
  return new Promise((resolve, reject) =>
    sheet.canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/png'),
  )
}

export function paintLayer(drawing: Drawing, layer: Layer): CanvasRenderingContext2D {
  const pen = hiddenCanvas(drawing)
  for (const mark of drawing.marks) if (mark.layer === layer) paintMark(pen, mark)
  return pen
}

export function loadPicture(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('not a picture'))
    picture.src = address
  })
}
