import { askForCamera, type Facing, letGo } from '../../recordings/web/recording-devices.ts'
import { type CodeReader, openCodeReader } from './code-reader.ts'

/** Between two looks: a child holds a card still for longer. */
const pauseMs = 120

export type Looking = {
  facing: Facing
  onLight: () => void
  /** the camera went to somebody else, or was pulled out */
  onDark: () => void
  /** what is in sight, the nearest first */
  onSquares: (texts: readonly string[]) => void
}

/** Looks until it is told to stop; then the camera's light goes off at once. Throws where there is none to look with. */
export async function lookForCards(
  video: HTMLVideoElement,
  { facing, onLight, onDark, onSquares }: Looking,
  signal: AbortSignal,
): Promise<void> {
  const stream = await askForCamera(facing)
  let reader: CodeReader | undefined
  const stop = () => {
    letGo(stream)
    reader?.close()
    if (video.srcObject === stream) video.srcObject = null
  }
  signal.addEventListener('abort', stop)
  if (signal.aborted) return stop()
  for (const track of stream.getTracks()) track.addEventListener('ended', onDark)
  video.srcObject = stream
  await video.play().catch(() => undefined)
  onLight()
  try {
    reader = await openCodeReader()
    while (!signal.aborted) {
      const texts = await reader.read(video).catch(() => [])
      if (!signal.aborted) onSquares(texts)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  } finally {
    stop()
  }
}
