import { Link } from 'wouter'
import { useWords } from '../../platform/web/words.tsx'
import { Time } from '../../ui/time.tsx'
import type { Attempt } from './attempt.ts'
import { AttemptThumbnail } from './attempt-thumbnail.tsx'
import styles from './filmstrip.module.css'

type FilmstripProps = {
  attempts: readonly Attempt[]
  /** Where one attempt can be looked at by itself. */
  hrefOf: (attempt: Attempt) => string
}

/** The whole way at one look, first to latest: each attempt with its date and what changed. */
export function Filmstrip({ attempts, hrefOf }: FilmstripProps) {
  const { say } = useWords()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and must by keyboard too
    <ol className={styles['strip']} aria-label={say('ui.attempts')} tabIndex={0}>
      {attempts.map((attempt) => (
        <li key={attempt.id} className={styles['frame']}>
          <Link className={styles['picture']} href={hrefOf(attempt)}>
            <AttemptThumbnail attempt={attempt} size="large" />
            <span className="unseen">{say('growth.open-attempt', { number: attempt.number })}</span>
          </Link>
          <p className={styles['which']}>
            <strong>{attempt.number}</strong> <Time at={attempt.madeAt} />
          </p>
          {attempt.whatChanged && <p className={styles['changed']}>{attempt.whatChanged}</p>}
        </li>
      ))}
    </ol>
  )
}
