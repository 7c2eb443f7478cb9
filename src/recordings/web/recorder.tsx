import { lazy, Suspense } from 'react'
import { Loading } from '../../ui/ways.tsx'
import type { RecordingKind } from '../recording.ts'

export type RecorderProps = {
  kind: RecordingKind
  /** Names where this recording belongs: what a closed tab left behind is offered there again. */
  place: string
  /**
   * Gets the finished file. Until the promise it returns is fulfilled the recording also stays on this device:
   * fulfil it once the file is safe elsewhere (uploaded, or kept in a queue).
   */
  onRecorded: (file: File) => void | Promise<unknown>
  /** Asked to go away without a recording. */
  onLeave: () => void
  /** The most the file may weigh; the largest file Cairn takes, unless said. */
  mostBytes?: number
  /** How far it has come, for whoever notes what is shown meanwhile; its ends are then not trimmed. */
  onSecond?: (second: number) => void
}

const Panel = lazy(async () => ({
  default: (await import('./recorder-panel.tsx')).RecorderPanel,
}))

/**
 * Records voice or video: asks for the microphone or camera, shows that it works, records with pauses, plays it
 * back, trims its ends, and hands over a `File`. It takes the whole width of where it is put and is fetched only
 * when shown. For a voice beside a text box (feedback, a reply, a reflection) there is `VoiceNote`.
 *
 *     <Recorder kind="video" place={`next-${piece.id}`} onRecorded={(file) => upload(file)} onLeave={close} />
 */
export function Recorder(props: RecorderProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Panel {...props} />
    </Suspense>
  )
}
