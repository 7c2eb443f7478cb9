import { MicOff, VideoOff } from 'lucide-react'
import type { ChangeEvent } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import type { RecordingKind } from '../recording.ts'
import type { RecordingProblem } from './recording-devices.ts'
import styles from './recorder.module.css'

type RecorderRefusedProps = {
  kind: RecordingKind
  problem: RecordingProblem
  onAgain: () => void
  onFile: (file: File) => void
  onLeave: () => void
}

/** Why nothing can be recorded here, and two ways on: try again, or choose a recording made elsewhere. */
export function RecorderRefused({ kind, problem, onAgain, onFile, onLeave }: RecorderRefusedProps) {
  const { say } = useWords()
  const Sign = kind === 'video' ? VideoOff : MicOff
  const hopeless = problem === 'insecure' || problem === 'unsupported'
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) onFile(file)
  }
  return (
    <section className={styles['panel']}>
      <div className={styles['told']} role="alert">
        <Sign aria-hidden />
        <h2>{say(`recordings.${problem}-title`)}</h2>
        <p>{say(`recordings.${problem}-meaning`)}</p>
      </div>
      <div className={styles['row']}>
        <Button look="plain" onClick={onLeave}>
          {say('recordings.leave')}
        </Button>
        <label className={styles['choose']}>
          {say('recordings.choose-file')}
          <input type="file" accept={`${kind}/*`} onChange={take} />
        </label>
        {!hopeless && (
          <Button look="primary" onClick={onAgain}>
            {say('recordings.try-again')}
          </Button>
        )}
      </div>
    </section>
  )
}
