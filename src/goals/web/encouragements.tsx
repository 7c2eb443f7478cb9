import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Face } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Encourage, ListGoals, TakeEncouragementBack } from '../contract.ts'
import { longestField } from '../goal.ts'
import type { Goal } from './goal-card.tsx'
import styles from './goals.module.css'

/** What adults say to a goal, to encourage or to help; they neither mark it nor change it. */
export function Encouragements({ goal }: { goal: Goal }) {
  const { say } = useWords()
  const takeBack = useKeep(TakeEncouragementBack, {
    as: 'goals.waiting-encouragement',
    refreshes: [ListGoals],
  })
  if (goal.encouragements.length === 0 && !goal.may.encourage) return null
  return (
    <>
      {goal.encouragements.length > 0 && (
        <ul className={styles['encouragements']} aria-label={say('goals.encouragements')}>
          {goal.encouragements.map(({ id, words, givenBy, mine }) => (
            <li key={id}>
              <Face person={givenBy} size="small" />
              <p className={styles['said']}>
                <strong>{givenBy.name}</strong> {words}
              </p>
              {mine && (
                <Button
                  look="plain"
                  busy={takeBack.isPending}
                  onClick={() => takeBack.mutate({ params: { id } })}
                >
                  {say('goals.take-back')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {goal.may.encourage && <EncourageForm goal={goal} />}
    </>
  )
}

function EncourageForm({ goal }: { goal: Goal }) {
  const { say } = useWords()
  const [id, setId] = useState(newId)
  const [words, setWords] = useState('')
  const keep = useKeep(Encourage, {
    as: 'goals.waiting-encouragement',
    refreshes: [ListGoals],
    onDone: () => {
      setWords('')
      setId(newId())
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '' || keep.isPending) return
    keep.mutate({ params: { id }, body: { goalId: goal.id, words: words.trim() } })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextArea
        label={say('goals.encourage', { name: goal.learner.name })}
        rows={1}
        maxLength={longestField}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('goals.not-kept')}
        </Notice>
      )}
      {words.trim() !== '' && (
        <div className={styles['buttons']}>
          <Button type="submit" look="quiet" busy={keep.isPending}>
            {say('goals.send-encouragement')}
          </Button>
        </div>
      )}
    </form>
  )
}
