import { useWords } from '../../platform/web/words.tsx'
import { Time } from '../../ui/time.tsx'
import { Parts } from '../../work/web/parts.tsx'
import type { Attempt, Pair } from './attempt.ts'
import styles from './beside.module.css'

/** Two attempts whole and beside each other: for anything, whatever it is made of. */
export function Beside({ earlier, later }: Pair) {
  const { say } = useWords()
  return (
    <div className={styles['pair']}>
      <Side label={say('piece.then')} attempt={earlier} />
      <Side label={say('piece.now')} attempt={later} />
    </div>
  )
}

function Side({ label, attempt }: { label: string; attempt: Attempt }) {
  const { say } = useWords()
  return (
    <section className={styles['side']} aria-label={label}>
      <p className={styles['which']}>
        {say('ui.attempt-number', { number: attempt.number })} · <Time at={attempt.madeAt} />
      </p>
      <Parts key={attempt.id} parts={attempt.parts} size="beside" />
    </section>
  )
}
