import { type FormEvent, useState } from 'react'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './rounds.module.css'

/** The id is made with the first letter, so that sending again never says it twice. */
type Typed = { id: string; words: string }

type RoundFormProps = {
  draftKey: string
  label: string
  hint?: string
  most: number
  /** what stands already */
  before?: string
  mayBeEmpty?: boolean
  send: string
  keeping: { isPending: boolean; error: Error | null }
  onSend: (typed: Typed) => void
  onLeave: () => void
}

/** One box and two buttons, for what is said around an attempt. */
export function RoundForm(props: RoundFormProps) {
  const {
    draftKey,
    label,
    hint,
    most,
    before = '',
    mayBeEmpty = false,
    send,
    keeping,
    onSend,
    onLeave,
  } = props
  const { say } = useWords()
  const draft = useAutosavedDraft<Typed>(draftKey)
  const [typed, setTyped] = useState<Typed>()
  const [first] = useState(newId)
  const said = typed ?? draft.content ?? { id: first, words: before }
  const words = said.words.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (keeping.isPending || (words === '' && !mayBeEmpty)) return
    // written down first, so that nothing of it is written after it was sent
    void draft.settle().then(() => onSend({ id: said.id, words }))
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextArea
        label={label}
        hint={hint}
        rows={2}
        maxLength={most}
        autoFocus
        value={said.words}
        onChange={(event) => {
          const next = { id: said.id, words: event.currentTarget.value }
          setTyped(next)
          draft.write(next)
        }}
      />
      {keeping.error && (
        <Notice kind="problem">
          {keeping.error instanceof ApiRefusal ? keeping.error.sentence : say('rounds.not-kept')}
        </Notice>
      )}
      <div className={styles['acts']}>
        <Button type="submit" busy={keeping.isPending} disabled={words === '' && !mayBeEmpty}>
          {send}
        </Button>
        <Button
          look="plain"
          onClick={() => {
            void draft.drop()
            onLeave()
          }}
        >
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
