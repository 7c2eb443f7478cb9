import { Link } from 'wouter'
import { useWords } from '../../platform/web/words.tsx'
import { Time } from '../../ui/time.tsx'
import type { Goal } from './goal-card.tsx'
import styles from './goals.module.css'

/** The looks at a goal so far, oldest first: a way with stones on it. */
export function GoalChecks({ checks }: { checks: Goal['checks'] }) {
  const { say } = useWords()
  if (checks.length === 0) return null
  return (
    <ol className={styles['checks']} aria-label={say('goals.checks')}>
      {checks.map((check) => (
        <li key={check.id}>
          <strong>{say(`goals.standing-${check.standing}`)}</strong>
          <small>
            <Time at={check.checkedAt} />
          </small>
          {check.words && <p className={styles['said']}>{check.words}</p>}
          {check.evidence.map(({ piece, reflection }) =>
            piece ? (
              <Link key={piece.id} href={`/pieces/${piece.id}`}>
                {piece.title || say('goals.untitled')}
              </Link>
            ) : (
              reflection && (
                <q key={reflection.id} className={styles['said']}>
                  {reflection.words}
                </q>
              )
            ),
          )}
        </li>
      ))}
    </ol>
  )
}
