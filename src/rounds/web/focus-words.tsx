import { Focus } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import type { Rounds } from './round-beside.tsx'
import styles from './rounds.module.css'

/** "Today only the shape": for whoever makes it, and for whoever answers it. */
export function FocusWords({ focus }: { focus: Rounds['focuses'][number] }) {
  const { say } = useWords()
  return (
    <section className={styles['focus']} aria-label={say('rounds.focus')}>
      <Focus aria-hidden />
      <div>
        <h3>{say('rounds.focus')}</h3>
        <p className={styles['words']}>{focus.words}</p>
        <small>{say('rounds.set-by', { name: focus.setBy.name })}</small>
        <ReadAloud text={focus.words} />
      </div>
    </section>
  )
}
