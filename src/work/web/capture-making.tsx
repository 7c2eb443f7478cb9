import { useEffect, useState } from 'react'
import type { Drawing } from '../../drawings/drawing.ts'
import { DrawingBoard, type PictureToDrawOn } from '../../drawings/web/drawing-board.tsx'
import type { RecordingKind } from '../../recordings/recording.ts'
import { useFoundRecording } from '../../recordings/web/found-recording.ts'
import { Recorder } from '../../recordings/web/recorder.tsx'
import type { Capture } from './capture-state.ts'

/** What is being made at the moment; everything else steps back until it is done. */
export type Making = RecordingKind | 'drawing'

/** A recording that a closed tab left behind is the first thing one sees. */
export function useMaking(capture: Capture) {
  const [making, setMaking] = useState<Making>()
  const { recording } = useFoundRecording(capture.place)
  useEffect(() => {
    if (recording) setMaking((already) => already ?? recording.kind)
  }, [recording])
  return [making, setMaking] as const
}

type CaptureMakingProps = {
  capture: Capture
  making: Making | undefined
  /** what one may draw on: the attempt before */
  pictures: readonly PictureToDrawOn[]
  onDone: () => void
  /** on a device that goes from hand to hand */
  shared?: boolean
}

export function CaptureMaking({ capture, making, pictures, onDone, shared }: CaptureMakingProps) {
  if (!making) return null
  if (making === 'drawing') {
    const keep = (picture: File, drawing: Drawing) => {
      onDone()
      return capture.addRecording(picture, drawing)
    }
    return (
      <DrawingBoard
        place={capture.place}
        pictures={pictures}
        onDrawn={keep}
        onLeave={onDone}
        shared={shared ?? false}
      />
    )
  }
  const keep = (file: File) => {
    onDone()
    return capture.addRecording(file)
  }
  return <Recorder key={making} kind={making} place={capture.place} onRecorded={keep} onLeave={onDone} />
}
