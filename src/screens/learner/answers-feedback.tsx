import { ListFeedback } from '../../feedback/contract.ts'
import { useSayFeedback } from '../../feedback/web/taken-up.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import styles from './next-attempt.module.css'

type Feedback = Answer<typeof ListFeedback>[number]

/** Feedback is open until its learner used it or sees it differently, or its giver took it back. */
function isOpen({ replies, may, retraction }: Feedback): boolean {
  return may.reply && !retraction && (replies[0] === undefined || replies[0].kind === 'not_yet')
}

type AnswersFeedbackProps = {
  pieceId: string
  answered: readonly string[]
  onChange: (answered: readonly string[]) => void
}

/** Which feedback the new attempt takes up. */
export function AnswersFeedback({ pieceId, answered, onChange }: AnswersFeedbackProps) {
  const { say, sayDate } = useWords()
  const sayFeedback = useSayFeedback()
  const { data: feedback } = useRead(ListFeedback, { params: { id: pieceId } })
  const open = feedback?.filter(isOpen) ?? []
  if (open.length === 0) return null
  const toggle = (id: string, ticked: boolean) =>
    onChange(ticked ? [...answered, id] : answered.filter((one) => one !== id))
  return (
    <fieldset className={styles['answers']}>
      <legend>{say('learner.this-answers')}</legend>
      {open.map((one) => (
        <Checkbox
          key={one.id}
          label={sayFeedback(one)}
          hint={`${one.givenBy.name}, ${sayDate(one.givenAt)}`}
          checked={answered.includes(one.id)}
          onChange={(event) => toggle(one.id, event.target.checked)}
        />
      ))}
    </fieldset>
  )
}
