import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListFeedback } from '../contract.ts'
import { signOf } from './reply-signs.ts'
import styles from './feedback.module.css'

/** On an attempt: the feedback on earlier ones that it answers. */
export function TakenUp({ pieceId, iterationId }: { pieceId: string; iterationId: string }) {
  const { say } = useWords()
  const { data: feedback } = useRead(ListFeedback, { params: { id: pieceId } })
  const taken = feedback?.filter((one) => one.replies[0]?.iteration?.id === iterationId) ?? []
  if (taken.length === 0) return null
  return (
    <div className={styles['taken']}>
      <h3>{say('feedback.answers')}</h3>
      <ul className={styles['quotes']}>
        {taken.map((one) => {
          const Sign = signOf(one.replies[0]?.kind ?? 'used').icon
          return (
            <li key={one.id}>
              <Sign aria-hidden />
              <blockquote>
                <p>{one.body}</p>
                <cite>{one.givenBy.name}</cite>
              </blockquote>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
