import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListFeedback } from '../contract.ts'
import type { Feedback } from './feedback-list.tsx'
import { signOf } from './reply-signs.ts'
import { useSayPlace } from '../../pins/web/say-place.ts'
import styles from './feedback.module.css'

/** On an attempt: the feedback on earlier ones that it answers. */
export function TakenUp({ pieceId, iterationId }: { pieceId: string; iterationId: string }) {
  const { say } = useWords()
  const sayFeedback = useSayFeedback()
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
                <p>{sayFeedback(one)}</p>
                <cite>{one.givenBy.name}</cite>
              </blockquote>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Feedback in one line: its words, or that it is spoken, and what it points at. */
export function useSayFeedback() {
  const { say } = useWords()
  const sayPlace = useSayPlace()
  return ({ body, retraction, pin }: Pick<Feedback, 'body' | 'retraction' | 'pin'>) => {
    if (retraction) return say('feedback.was-taken-back')
    const words = body || say('feedback.spoken')
    return pin ? `${words} (${sayPlace(pin)})` : words
  }
}
