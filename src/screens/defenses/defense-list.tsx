import { Link } from 'wouter'
import { type ClassDefenses, useWhen } from '../../defenses/web/defense-words.ts'
import styles from '../../defenses/web/defenses.module.css'
import { useWords } from '../../platform/web/words.tsx'

/** Presentations of learning, those to come first. */
export function DefenseList({ defenses }: { defenses: ClassDefenses['defenses'] }) {
  const { say } = useWords()
  const sayWhen = useWhen()
  return (
    <ul className={styles['list']}>
      {defenses.map((one) => (
        <li key={one.id} className={styles['line']}>
          <h2>
            <Link href={`/presentations/${one.id}`}>
              {one.learner.name}: {one.title}
            </Link>
          </h2>
          <p>{sayWhen(one)}</p>
          <p className={styles['quiet']}>
            {say('defenses.attempt', { number: one.number })} ·{' '}
            {say(one.outcome ? `defenses.outcome-${one.outcome}` : 'defenses.to-come')}
          </p>
        </li>
      ))}
    </ul>
  )
}
