import { Link } from 'wouter'
import { useWords } from '../../platform/web/words.tsx'
import type { Piece } from './read-piece.ts'
import styles from './piece.module.css'

/** The label beside the work. The page's own heading already says the title to those who listen. */
export function PieceName({ piece }: { piece: Piece }) {
  const { say } = useWords()
  const { learner, createdBy, iterations, may } = piece
  // made by the learner and brought by another: on a device that was handed to the class
  const broughtAs = iterations[0]?.madeBy.id === learner.id ? 'piece.handed-by' : 'piece.posted-by'
  return (
    <div className={styles['name']}>
      <p className={styles['title']} aria-hidden>
        {piece.title || say('piece.untitled')}
      </p>
      <p className={styles['maker']}>
        {may.giveFeedback && may.openLearner ? (
          <Link href={`/learners/${learner.id}`}>{learner.name}</Link>
        ) : (
          learner.name
        )}
        {createdBy.id !== learner.id && ` · ${say(broughtAs, { name: createdBy.name })}`}
      </p>
    </div>
  )
}
