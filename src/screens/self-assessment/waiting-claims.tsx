import type { Sent } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { WaitingMark } from '../../outbox/web/waiting-mark.tsx'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import { MakeClaim } from '../../self-assessment/contract.ts'
import styles from './self-assessment.module.css'

/** What was said without a network: it is there already, and says that it is safe. */
export function WaitingClaims() {
  const { say } = useWords()
  const waiting = useWaiting().flatMap((entry) =>
    entry.writes
      .filter(({ name }) => name === MakeClaim.name)
      .map(({ sent }) => ({ entry, body: sent.body as Sent<typeof MakeClaim>['body'] })),
  )
  if (waiting.length === 0) return null
  return (
    <ul className={styles['waiting']}>
      {waiting.map(({ entry, body }) => (
        <li key={entry.id}>
          <p>{body.words || say('self-assessment.said-aloud')}</p>
          <WaitingMark entry={entry} />
        </li>
      ))}
    </ul>
  )
}
