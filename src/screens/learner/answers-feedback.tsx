import type { ListFeedback } from '../../feedback/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import styles from './next-attempt.module.css'

type Feedback = Answer<typeof ListFeedback>[number]

/** Feedback is open until its learner used it or sees it differently. */
export function isOpen({ replies, may }: Feedback): boolean {
  return may.reply && (replies[0] === undefined || replies[0].kind === 'not_yet')
}

type AnswersFeedbackProps = {
  open: readonly Feedback[]
  answered: readonly string[]
  onChange: (answered: readonly string[]) => void
}

/** Which feedback the new attempt takes up. */
export function AnswersFeedback({ open, answered, onChange }: AnswersFeedbackProps) {
  const { say, sayDate } = useWords()
  if (open.length === 0) return null
  const toggle = (id: string, ticked: boolean) =>
    onChange(ticked ? [...answered, id] : answered.filter((one) => one !== id))
  return (
    <fieldset className={styles['answers']}>
      <legend>{say('learner.this-answers')}</legend>
      {open.map(({ id, body, givenBy, givenAt }) => (
        <Checkbox
          key={id}
          label={body}
          hint={`${givenBy.name}, ${sayDate(givenAt)}`}
          checked={answered.includes(id)}
          onChange={(event) => toggle(id, event.target.checked)}
        />
      ))}
    </fieldset>
  )
}
