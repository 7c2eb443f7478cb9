import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { ReviseForm } from '../../ui/revise-form.tsx'
import { ListGoals, ReviseGoal } from '../contract.ts'
import { goalFields, isGoal, longestField } from '../goal.ts'
import type { Goal } from './goal-card.tsx'
import { fieldWords } from './goal-form.tsx'

/** Other words for the same goal; what was before is kept, and so are its pictures. */
export function ReviseGoalForm({ goal, onDone }: { goal: Goal; onDone: () => void }) {
  const { say } = useWords()
  const [words, setWords] = useState(goal.words)
  const [checkOn, setCheckOn] = useState(goal.checkOn ?? '')
  const keep = useKeep(ReviseGoal, { as: 'goals.waiting', refreshes: [ListGoals], onDone })
  const save = () => {
    if (!isGoal(goal.form, words, goal.parts)) return
    keep.mutate({
      params: { id: goal.id, revision: goal.revision + 1 },
      body: {
        words,
        ...(checkOn === '' ? {} : { checkOn }),
        parts: goal.parts.map(({ media, alt }) => ({ mediaId: media.id, alt })),
      },
    })
  }
  return (
    <ReviseForm
      save={say('goals.save')}
      notKept={say('goals.not-kept')}
      busy={keep.isPending}
      error={keep.error}
      onSave={save}
      onDone={onDone}
    >
      {goalFields[goal.form].map((field, place) => (
        <TextArea
          key={field}
          label={say(fieldWords[field])}
          optional={place > 0}
          rows={1}
          maxLength={longestField}
          value={words[field] ?? ''}
          onChange={(event) => setWords({ ...words, [field]: event.currentTarget.value })}
        />
      ))}
      <Field
        label={say('goals.check-on')}
        optional
        type="date"
        value={checkOn}
        onChange={(event) => setCheckOn(event.currentTarget.value)}
      />
    </ReviseForm>
  )
}
