import { useEffect, useState } from 'react'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import type { RecordingKind } from '../recording.ts'
import { findKept, forgetRecording, type KeptRecording } from './recording-store.ts'

/** What this person left unfinished at a place, on this device: a tab that closed, a battery that died. */
export function useFoundRecording(place: string, kind?: RecordingKind) {
  const person = usePersonHere()
  const [found, setFound] = useState<{ looking: boolean; recording?: KeptRecording | undefined }>({
    looking: true,
  })
  useEffect(() => {
    let wanted = true
    const find = person ? findKept(person, place) : Promise.resolve(undefined)
    void find.catch(() => undefined).then((recording) => wanted && setFound({ looking: false, recording }))
    return () => {
      wanted = false
    }
  }, [person, place])
  const drop = () => {
    if (found.recording) void forgetRecording(found.recording.id)
    setFound({ looking: false })
  }
  const fits = kind === undefined || found.recording?.kind === kind
  return { looking: found.looking, recording: fits ? found.recording : undefined, drop }
}
