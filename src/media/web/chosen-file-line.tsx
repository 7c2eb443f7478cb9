import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Notice, ProgressLine } from '../../ui/notice.tsx'
import type { ChosenFile } from './chosen-files.ts'
import styles from './chosen-file-line.module.css'

/** Whether a file of the form is safe already; `action` is offered when there was no room for it. */
export function ChosenFileLine({ file, action }: { file: ChosenFile; action: ReactNode }) {
  const { say } = useWords()
  const device = useThisDevice()
  const { name, state } = file
  if (state === 'kept') {
    return (
      <p className={styles['kept']} role="status">
        <ShieldCheck aria-hidden />
        {say('media.kept-here', { device })}
      </p>
    )
  }
  if (state === 'refused') {
    return (
      <Notice kind="problem" title={say('media.no-room', { name, device })} action={action}>
        {say('media.no-room-meaning')}
      </Notice>
    )
  }
  return <ProgressLine label={name} step={say('ui.saving')} />
}
