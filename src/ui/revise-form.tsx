import type { FormEvent, ReactNode } from 'react'
import { ApiRefusal } from '../platform/web/refusal.ts'
import { useWords } from '../platform/web/words.tsx'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import styles from './revise-form.module.css'

type ReviseFormProps = {
  children: ReactNode
  save: string
  busy: boolean
  error: Error | null
  /** Where the error is no refusal with a sentence of its own. */
  notKept: string
  onSave: () => void
  onDone: () => void
}

/** Something of one's own put differently, in the place where it stands; what was before is kept. */
export function ReviseForm({ children, save, busy, error, notKept, onSave, onDone }: ReviseFormProps) {
  const { say } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSave()
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      {children}
      {error && <Notice kind="problem">{error instanceof ApiRefusal ? error.sentence : notKept}</Notice>}
      <div className={styles['buttons']}>
        <Button type="submit" look="quiet" busy={busy}>
          {save}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
