import { Link } from 'wouter'
import { ListUnanswered } from '../../feedback/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Face } from '../../ui/faces.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import styles from './home.module.css'

const linesShown = 2

/** Feedback that has no answer yet: a line or two, and nothing at all when nothing waits. */
export function WaitingForMe() {
  const { say } = useWords()
  const { data } = useRead(ListUnanswered, {})
  if (!data || data.length === 0) return null
  return (
    <section className={styles['waiting']} aria-label={say('feedback.waiting')}>
      {data.slice(0, linesShown).map((one) => (
        <WaitingLine key={one.feedbackId} one={one} />
      ))}
      {data.length > linesShown && (
        <details>
          <summary className={styles['more']}>
            {say('feedback.waiting-more', { count: data.length - linesShown })}
          </summary>
          <div className={styles['waiting']}>
            {data.slice(linesShown).map((one) => (
              <WaitingLine key={one.feedbackId} one={one} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

function WaitingLine({ one }: { one: Answer<typeof ListUnanswered>[number] }) {
  const { say } = useWords()
  const { piece, givenBy, answered } = one
  const body = one.body || say('feedback.answer-spoken')
  const title = piece.title || say('feedback.your-work')
  const sentence = say(answered === 'not_yet' ? 'feedback.still-open' : 'feedback.answered-you', {
    name: givenBy.name,
    title,
  })
  return (
    <div className={styles['line']}>
      <Face person={givenBy} />
      <div className={styles['said']}>
        <Link className={styles['way']} href={`/pieces/${piece.id}?attempt=${one.iterationNumber}`}>
          {sentence}
        </Link>
        <span className={styles['body']}>{body}</span>
      </div>
      <ReadAloud text={`${sentence}. ${body}`} />
    </div>
  )
}
