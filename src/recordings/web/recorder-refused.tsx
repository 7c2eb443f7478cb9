import { MicOff, VideoOff } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import type { RecordingKind } from '../recording.ts'
import styles from './recorder.module.css'
import type { RecordingProblem } from './recording-devices.ts'

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
        <FileButton
          className={styles['choose']}
          accept={`${kind}/*`}
          onFiles={([file]) => file && onFile(file)}
        >
          {say('recordings.choose-file')}
        </FileButton>
        {!hopeless && (
          <Button look="primary" onClick={onAgain}>
            {say('recordings.try-again')}
          </Button>
        )}
      </div>
    </section>
  )
}
