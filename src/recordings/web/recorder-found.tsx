import { History } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import type { Recorded } from './recorded.ts'
import { type KeptRecording, readKept } from './recording-store.ts'
import styles from './recorder.module.css'

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
