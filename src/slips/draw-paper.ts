type Line = { color: string; points: { x: number; y: number }[] }
export type Paper = { has: () => boolean; clear: () => void; picture: () => Promise<Blob | null> }

/** Lines as they are drawn, kept so that the last can be taken back. It travels as it stands here (make-script.ts). */
export function openPaper(
  canvas: HTMLCanvasElement,
  undo: HTMLButtonElement,
  { ink, paint }: { ink: () => string; paint: typeof paintLines },
): Paper {
  let lines: Line[] = []
  let drawn: { line: Line; pointer: number } | undefined
  const show = () => {
    undo.disabled = lines.length === 0
    paint(canvas, lines)
  }
  const place = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width } = canvas.getBoundingClientRect()
    return { x: ((clientX - left) * canvas.width) / width, y: ((clientY - top) * canvas.width) / width }
  }
  canvas.onpointerdown = (event) => {
    if (drawn) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    drawn = { line: { color: ink(), points: [place(event)] }, pointer: event.pointerId }
    lines.push(drawn.line)
    show()
  }
  canvas.onpointermove = (event) => {
    if (drawn?.pointer !== event.pointerId) return
    drawn.line.points.push(place(event))
    show()
  }
  canvas.onpointerup = canvas.onpointercancel = ({ pointerId }) => {
    if (drawn?.pointer === pointerId) drawn = undefined
  }
  const keep = (left: Line[]) => {
    lines = left
    show()
  }
  undo.onclick = () => keep(lines.slice(0, -1))
  keep([])
  const picture = () => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return { has: () => lines.length > 0, clear: () => keep([]), picture }
}

export function paintLines(canvas: HTMLCanvasElement, lines: readonly Line[]): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.lineWidth = 7
  pen.lineCap = pen.lineJoin = 'round'
  for (const { color, points } of lines) {
    pen.strokeStyle = color
    pen.beginPath()
    const [first] = points
    if (first) pen.moveTo(first.x, first.y)
    for (const { x, y } of points) pen.lineTo(x, y)
    pen.stroke()
  }
}
