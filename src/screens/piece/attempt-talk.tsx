import { FeedbackList } from '../../feedback/web/feedback-list.tsx'
import { GiveFeedback } from '../../feedback/web/give-feedback.tsx'
import { ListFeedback } from '../../feedback/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import type { Iteration, Piece } from './read-piece.ts'
import styles from './piece.module.css'

/** What was said about this attempt. Nothing where nothing was said and the viewer says nothing. */
export function AttemptTalk({ piece, iteration }: { piece: Piece; iteration: Iteration }) {
  const { say } = useWords()
  const { data: feedback } = useRead(ListFeedback, { params: { id: piece.id } })
  const some = feedback?.some((one) => one.iterationId === iteration.id)
  const target = { pieceId: piece.id, iteration }
  if (!some && !piece.may.giveFeedback) return null
  return (
    <section className={styles['talk']}>
      <h2>{say('feedback.title')}</h2>
      <FeedbackList target={target} />
      {piece.may.giveFeedback && (
        <GiveFeedback
          iterationId={iteration.id}
          target={target}
          draftKey={`feedback ${iteration.id}`}
          onGiven={() => undefined}
          beside={!piece.may.openLearner}
        />
      )}
    </section>
  )
}
