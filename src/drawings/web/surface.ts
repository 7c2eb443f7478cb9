import { type Drawing, type Layer, layers, type Mark } from '../drawing.ts'
import { hiddenCanvas, loadPicture, paintMark } from './paint.ts'

export type Place = { x: number; y: number }

/** How the sheet lies in the window: how large, and where its upper left corner is. */
type View = { scale: number; x: number; y: number }

const farthest = 0.2
const nearest = 8
const edge = 12

/** The sheet on the screen: its layers, what is being drawn at the moment, and the window that looks at it. */
export class DrawingSurface {
  readonly #canvas: HTMLCanvasElement
  readonly #pen: CanvasRenderingContext2D
  #sheets: { pen: CanvasRenderingContext2D; marks: Mark[] }[] = []
  #scratch: CanvasRenderingContext2D | undefined
  #drawing: Drawing | undefined
  #photo: HTMLImageElement | undefined
  #hidden: ReadonlySet<Layer> = new Set()
  #current: Mark | undefined
  #cursor: (Place & { down: boolean }) | undefined
  #view: View = { scale: 1, x: 0, y: 0 }
  #moved = false
  #asked = false

  constructor(canvas: HTMLCanvasElement) {
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('this browser cannot draw')
    this.#canvas = canvas
    this.#pen = pen
  }

  /** Paints only what is new where it can: a long drawing stays as quick as a short one. */
  show(drawing: Drawing, hidden: ReadonlySet<Layer>): void {
    const before = this.#drawing
    if (before?.width !== drawing.width || before.height !== drawing.height) {
      this.#sheets = layers.map(() => ({ pen: hiddenCanvas(drawing), marks: [] }))
      this.#scratch = hiddenCanvas(drawing)
      this.#moved = false
    }
    if (before?.background !== drawing.background) this.#loadPhoto(drawing.background)
    this.#drawing = drawing
    this.#hidden = hidden
    for (const layer of layers) this.#paintSheet(layer, drawing.marks)
    if (!this.#moved) this.fit()
    this.#ask()
  }

  preview(mark: Mark | undefined): void {
    this.#current = mark
    this.#ask()
  }

  cursor(place: (Place & { down: boolean }) | undefined): void {
    this.#cursor = place
    this.#ask()
  }

  resize(): void {
    const { clientWidth, clientHeight } = this.#canvas
    this.#canvas.width = Math.max(1, clientWidth * devicePixelRatio)
    this.#canvas.height = Math.max(1, clientHeight * devicePixelRatio)
    if (!this.#moved) this.fit()
    this.#ask()
  }

  /** The whole sheet in the window. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#canvas
    const { width, height } = this.#drawing ?? { width: 1, height: 1 }
    const scale = Math.min((clientWidth - 2 * edge) / width, (clientHeight - 2 * edge) / height)
    this.#view = { scale, x: (clientWidth - width * scale) / 2, y: (clientHeight - height * scale) / 2 }
    this.#moved = false
    this.#ask()
  }

  /** Nearer or farther around a place in the window, and moved along. */
  zoom(by: number, around: Place, move: Place = { x: 0, y: 0 }): void {
    const { scale, x, y } = this.#view
    const next = Math.min(nearest, Math.max(farthest, scale * by))
    const real = next / scale
    this.#view = {
      scale: next,
      x: around.x - (around.x - x) * real + move.x,
      y: around.y - (around.y - y) * real + move.y,
    }
    this.#moved = true
    this.#ask()
  }

  zoomMiddle(by: number): void {
    this.zoom(by, { x: this.#canvas.clientWidth / 2, y: this.#canvas.clientHeight / 2 })
  }

  /** A place of the window on the sheet. */
  onSheet({ clientX, clientY }: { clientX: number; clientY: number }): Place {
    const { left, top } = this.#canvas.getBoundingClientRect()
    const { scale, x, y } = this.#view
    return { x: (clientX - left - x) / scale, y: (clientY - top - y) / scale }
  }

  #loadPhoto(address: string): void {
    this.#photo = undefined
    if (!address) return
    void loadPicture(address)
      .then((photo) => {
        if (this.#drawing?.background !== address) return
        this.#photo = photo
        this.#ask()
      })
      .catch(() => undefined)
  }

  #paintSheet(layer: Layer, all: readonly Mark[]): void {
    const sheet = this.#sheets[layer]
    if (!sheet) return
    const marks = all.filter((mark) => mark.layer === layer)
    const goesOn = sheet.marks.every((mark, place) => mark === marks[place])
    if (!goesOn) sheet.pen.clearRect(0, 0, sheet.pen.canvas.width, sheet.pen.canvas.height)
    for (const mark of marks.slice(goesOn ? sheet.marks.length : 0)) paintMark(sheet.pen, mark)
    sheet.marks = marks
  }

  #ask(): void {
    if (this.#asked) return
    this.#asked = true
    requestAnimationFrame(() => {
      this.#asked = false
      this.#paint()
    })
  }

  #paint(): void {
    const pen = this.#pen
    const { scale, x, y } = this.#view
    const drawing = this.#drawing
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    if (!drawing) return
    const dots = devicePixelRatio
    pen.setTransform(scale * dots, 0, 0, scale * dots, x * dots, y * dots)
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, drawing.width, drawing.height)
    pen.save()
    pen.beginPath()
    pen.rect(0, 0, drawing.width, drawing.height)
    pen.clip()
    if (this.#photo) pen.drawImage(this.#photo, 0, 0, drawing.width, drawing.height)
    for (const layer of layers) {
      if (!this.#hidden.has(layer)) pen.drawImage(this.#layerNow(layer), 0, 0)
    }
    pen.restore()
    if (this.#cursor) paintCursor(pen, this.#cursor, scale)
  }

  /** A layer with what is being drawn on it right now; erasing shows at once, too. */
  #layerNow(layer: Layer): HTMLCanvasElement {
    const sheet = this.#sheets[layer]?.pen.canvas ?? this.#canvas
    const scratch = this.#scratch
    if (!scratch || this.#current?.layer !== layer) return sheet
    scratch.clearRect(0, 0, scratch.canvas.width, scratch.canvas.height)
    scratch.drawImage(sheet, 0, 0)
    paintMark(scratch, this.#current)
    return scratch.canvas
  }
}

/** Seen on every color: dark within light. */
function paintCursor(
  pen: CanvasRenderingContext2D,
  { x, y, down }: Place & { down: boolean },
  scale: number,
): void {
  const reach = (down ? 10 : 18) / scale
  for (const [color, thick] of [
    ['#ffffff', 6],
    ['#1e2320', 2.5],
  ] as const) {
    pen.strokeStyle = color
    pen.lineWidth = thick / scale
    pen.beginPath()
    if (down) pen.arc(x, y, reach, 0, 2 * Math.PI)
    pen.moveTo(x - reach, y)
    pen.lineTo(x + reach, y)
    pen.moveTo(x, y - reach)
    pen.lineTo(x, y + reach)
    pen.stroke()
  }
}
