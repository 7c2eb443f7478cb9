import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Notice, ProgressLine } from '../../ui/notice.tsx'
import type { Upload } from './upload-queue.ts'
import styles from './upload-line.module.css'

/** How far a file has come, in words and as a line; `action` is offered when it was not taken. */
export function UploadLine({ upload, action }: { upload: Upload; action: ReactNode }) {
  const { say } = useWords()
  const { name, state, share, sentence } = upload
  if (state === 'arrived') {
    return (
      <p className={styles['arrived']} role="status">
        <CircleCheck aria-hidden />
        {say('media.arrived')}
      </p>
    )
  }
  if (state === 'refused') {
    return (
      <Notice kind="problem" title={say('media.not-sent', { name })} action={action}>
        {sentence || say('errors.failed')}
      </Notice>
    )
  }
  if (state === 'queued') return <ProgressLine label={name} share={share} step={say('media.queued')} />
  if (state === 'waiting') return <ProgressLine label={name} share={share} step={say('ui.saved-waiting')} />
  return <ProgressLine label={name} share={share} />
}
