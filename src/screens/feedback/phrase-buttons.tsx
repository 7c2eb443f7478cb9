import { lazy, type ReactNode, Suspense, useState } from 'react'
import { mostPhrases } from '../../feedback/phrase.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import type { Phrases } from './phrases.ts'
import styles from './feedback.module.css'

const PhrasesDialog = lazy(async () => ({
  default: (await import('./phrases-dialog.tsx')).PhrasesDialog,
}))

type PhraseButtonsProps = {
  phrases: Phrases
  keys: boolean
  onInsert: (phrase: string) => void
  /** What stands in the box just now. */
  written: () => string
  children: ReactNode
}

/** One's own sentences, one press or one key each. */
export function PhraseButtons({ phrases, keys, onInsert, written, children }: PhraseButtonsProps) {
  const { say } = useWords()
  const [editing, setEditing] = useState<{ add: string }>()
  if (!phrases.ready) return null
  const full = phrases.kept.length >= mostPhrases
  return (
    <section className={styles['phrases']} aria-label={say('teacher.phrases')}>
      {phrases.kept.map((phrase, at) => (
        <button key={phrase} type="button" className={styles['phrase']} onClick={() => onInsert(phrase)}>
          {keys && at < 9 && <kbd aria-hidden>{at + 1}</kbd>}
          <span>{phrase}</span>
        </button>
      ))}
      <Button look="plain" className={styles['own']} onClick={() => setEditing({ add: '' })}>
        {say(phrases.kept.length > 0 ? 'teacher.phrases-change' : 'teacher.phrases-begin')}
      </Button>
      {!full && (
        <Button look="plain" className={styles['own']} onClick={() => setEditing({ add: written().trim() })}>
          {say('teacher.phrases-from-box')}
        </Button>
      )}
      {children}
      {editing && (
        <Suspense fallback={null}>
          <PhrasesDialog phrases={phrases} add={editing.add} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
    </section>
  )
}
