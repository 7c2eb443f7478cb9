import { type ReactNode, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { type Phrases, readPhrases } from './phrases.ts'
import styles from './feedback.module.css'

type PhraseButtonsProps = {
  phrases: Phrases
  keys: boolean
  onInsert: (phrase: string) => void
  children: ReactNode
}

/** One's own sentences, one press or one key each. */
export function PhraseButtons({ phrases, keys, onInsert, children }: PhraseButtonsProps) {
  const { say } = useWords()
  const [editing, setEditing] = useState(false)
  if (!phrases.ready) return null
  return (
    <section className={styles['phrases']} aria-label={say('teacher.phrases')}>
      {phrases.kept.map((phrase, at) => (
        <button key={phrase} type="button" className={styles['phrase']} onClick={() => onInsert(phrase)}>
          {keys && at < 9 && <kbd aria-hidden>{at + 1}</kbd>}
          <span>{phrase}</span>
        </button>
      ))}
      <Button look="plain" className={styles['own']} onClick={() => setEditing(true)}>
        {say(phrases.kept.length > 0 ? 'teacher.phrases-change' : 'teacher.phrases-begin')}
      </Button>
      {children}
      {editing && <PhrasesDialog phrases={phrases} onClose={() => setEditing(false)} />}
    </section>
  )
}

function PhrasesDialog({ phrases, onClose }: { phrases: Phrases; onClose: () => void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState(phrases.kept.join('\n'))
  const keep = () => {
    phrases.keep(readPhrases(typed))
    onClose()
  }
  return (
    <Dialog
      open
      title={say('teacher.phrases')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" onClick={keep}>
            {say('teacher.phrases-keep')}
          </Button>
        </>
      }
    >
      <TextArea
        label={say('teacher.phrases-label')}
        hint={say('teacher.phrases-hint')}
        rows={6}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Dialog>
  )
}
