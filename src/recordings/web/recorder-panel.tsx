import { useState } from 'react'
import { largestFile } from '../../media/media.ts'
import { Loading } from '../../ui/ways.tsx'
import { useFoundRecording } from './found-recording.ts'
import { FoundRecording } from './recorder-found.tsx'
import { LiveRecorder } from './recorder-live.tsx'
import { RecordedPreview } from './recorder-preview.tsx'
import type { RecorderProps } from './recorder.tsx'
import type { Recorded } from './recorded.ts'
import { forgetRecording } from './recording-store.ts'

/** One thing after the other: what was left behind, the recording itself, looking at it. */
export function RecorderPanel(props: RecorderProps) {
  const { kind, place, mostBytes = largestFile, onRecorded, onLeave, onSecond } = props
  const found = useFoundRecording(place, kind)
  const [take, setTake] = useState<Recorded>()
  const [again, setAgain] = useState(false)
  if (found.looking) return <Loading />
  if (found.recording && !take) {
    return <FoundRecording recording={found.recording} onOpen={setTake} onDrop={found.drop} />
  }
  if (take && !again) {
    return (
      <RecordedPreview
        key={take.id}
        kind={kind}
        recorded={take}
        trims={onSecond === undefined}
        onUse={onRecorded}
        onAgain={() => setAgain(true)}
        onDrop={() => {
          void forgetRecording(take.id)
          onLeave()
        }}
      />
    )
  }
  const finish = (next: Recorded) => {
    // the earlier take goes only when there is another
    if (take) void forgetRecording(take.id)
    setTake(next)
    setAgain(false)
  }
  return (
    <LiveRecorder
      kind={kind}
      place={place}
      mostBytes={mostBytes}
      earlier={take !== undefined}
      onSecond={onSecond}
      onDone={finish}
      onFile={onRecorded}
      onLeave={take ? () => setAgain(false) : onLeave}
    />
  )
}
