import { History } from 'lucide-react'
import { useEffect, useState } from 'react'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import type { RecordingKind } from '../recording.ts'
import { forgetRecording, type Recorded } from './recording-session.ts'
import { findKept, type KeptRecording, readKept } from './recording-store.ts'
import styles from './recorder.module.css'

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

type FoundRecordingProps = {
  recording: KeptRecording
  onOpen: (recorded: Recorded) => void
  onDrop: () => void
}

export function FoundRecording({ recording, onOpen, onDrop }: FoundRecordingProps) {
  const { say, sayDate } = useWords()
  const startedAt = new Date(recording.startedAt)
  const open = async () => {
    const blob = await readKept(recording)
    if (blob) onOpen({ id: recording.id, blob, startedAt, loudness: [] })
    else onDrop()
  }
  return (
    <section className={styles['panel']} aria-labelledby={`found-${recording.id}`}>
      <div className={styles['told']} role="status">
        <History aria-hidden />
        <h2 id={`found-${recording.id}`}>
          {say('recordings.found', { when: sayDate(startedAt, 'moment') })}
        </h2>
        <p>{say('recordings.found-meaning')}</p>
      </div>
      <div className={styles['row']}>
        <Button look="plain" onClick={onDrop}>
          {say('recordings.delete')}
        </Button>
        <Button look="primary" onClick={() => void open()}>
          {say(recording.kind === 'video' ? 'recordings.watch' : 'recordings.listen')}
        </Button>
      </div>
    </section>
  )
}
