import { useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Time } from '../../ui/time.tsx'
import { ListFeedback } from '../contract.ts'
import { ListenButton } from './listen-button.tsx'
import { Replies } from './replies.tsx'
import { ReviseFeedbackForm } from './revise-feedback-form.tsx'
import styles from './feedback.module.css'

export type Feedback = Answer<typeof ListFeedback>[number]

type FeedbackListProps = {
  pieceId: string
  /** Only what was said about this attempt. */
  iterationId?: string | undefined
}

/** What was said about an attempt and what its learner answered. For classmates there is nothing here. */
export function FeedbackList({ pieceId, iterationId }: FeedbackListProps) {
  const { say } = useWords()
  const { data: feedback } = useRead(ListFeedback, { params: { id: pieceId } })
  const here = feedback?.filter((one) => !iterationId || one.iterationId === iterationId) ?? []
  if (here.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={say('feedback.list')}>
      {here.map((one) => (
        <li key={one.id}>
          <OneFeedback feedback={one} pieceId={pieceId} saysAttempt={!iterationId} />
        </li>
      ))}
    </ul>
  )
}

type OneFeedbackProps = { feedback: Feedback; pieceId: string; saysAttempt: boolean }

function OneFeedback({ feedback, pieceId, saysAttempt }: OneFeedbackProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  const [editing, setEditing] = useState(false)
  const { givenBy, givenAt, body, iterationNumber, revision } = feedback
  return (
    <article className={styles['feedback']}>
      <header className={styles['by']}>
        <Face person={givenBy} size="small" />
        <span>
          <strong>{givenBy.name}</strong>
          <small>
            <Time at={givenAt} />
            {saysAttempt && ` · ${say('ui.attempt-number', { number: iterationNumber })}`}
            {revision > 1 && ` · ${say('feedback.edited')}`}
          </small>
        </span>
      </header>
      {editing ? (
        <ReviseFeedbackForm feedback={feedback} onDone={() => setEditing(false)} />
      ) : (
        <div className={styles['body']}>
          <p className={styles['words']}>{body}</p>
          {voice === 'early' && <ListenButton text={body} />}
          {feedback.may.revise && (
            <Button look="plain" className={styles['small']} onClick={() => setEditing(true)}>
              {say('feedback.edit')}
            </Button>
          )}
        </div>
      )}
      <Replies feedback={feedback} pieceId={pieceId} />
    </article>
  )
}
