import { ListUnanswered } from '../../feedback/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { WaitingLine, WaitingLines } from '../../work/web/waiting-line.tsx'
import styles from './home.module.css'

const linesShown = 2

/** Feedback that has no answer yet: a line or two, and nothing at all when nothing waits. */
export function WaitingForMe() {
  const { say } = useWords()
  const { data } = useRead(ListUnanswered, {})
  if (!data || data.length === 0) return null
  return (
    <WaitingLines label={say('feedback.waiting')}>
      {data.slice(0, linesShown).map((one) => (
        <UnansweredLine key={one.feedbackId} one={one} />
      ))}
      {data.length > linesShown && (
        <details>
          <summary className={styles['more']}>
            {say('feedback.waiting-more', { count: data.length - linesShown })}
          </summary>
          <div className={styles['waiting']}>
            {data.slice(linesShown).map((one) => (
              <UnansweredLine key={one.feedbackId} one={one} />
            ))}
          </div>
        </details>
      )}
    </WaitingLines>
  )
}

function UnansweredLine({ one }: { one: Answer<typeof ListUnanswered>[number] }) {
  const { say } = useWords()
  const { piece, givenBy, answered } = one
  return (
    <WaitingLine
      from={givenBy}
      sentence={say(answered === 'not_yet' ? 'feedback.still-open' : 'feedback.answered-you', {
        name: givenBy.name,
        title: piece.title || say('feedback.your-work'),
      })}
      words={one.body || say('feedback.answer-spoken')}
      href={`/pieces/${piece.id}?attempt=${one.iterationNumber}`}
    />
  )
}
