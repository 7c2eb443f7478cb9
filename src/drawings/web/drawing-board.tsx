import { lazy, Suspense } from 'react'
import { Loading } from '../../ui/ways.tsx'
import type { Drawing } from '../drawing.ts'

/** A picture one may draw over or go on with: an earlier attempt, say. */
export type PictureToDrawOn = { mediaId: string; name: string; address: string }

export type DrawingBoardProps = {
  /** Names where this drawing belongs: what was begun there is found there again, on this device. */
  place: string
  /** Offered to begin from, beside an empty sheet. */
  pictures?: readonly PictureToDrawOn[]
  /** Begin from this one at once. */
  on?: PictureToDrawOn | undefined
  /**
   * Gets the finished picture and the marks it was made of. Until the promise it returns is fulfilled the drawing
   * also stays on this device. Keep the marks with `KeepDrawing` once the picture has an id.
   */
  onDrawn: (picture: File, drawing: Drawing) => void | Promise<unknown>
  onLeave: () => void
  /** On a device that goes from hand to hand: a sheet nobody draws on any more is handed over as it is. */
  shared?: boolean
}

const Panel = lazy(async () => ({ default: (await import('./board-panel.tsx')).BoardPanel }))

/** Draws over the whole window: pen, marker, eraser, shapes, three layers, a photo under them. */
export function DrawingBoard(props: DrawingBoardProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Panel {...props} />
    </Suspense>
  )
}
