import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListReflections } from '../../reflections/contract.ts'
import { ReflectForm } from '../../reflections/web/reflect-form-later.tsx'
import { ReflectionList } from '../../reflections/web/reflection-list.tsx'
import { Button } from '../../ui/button.tsx'
import type { Goal } from './goal-card.tsx'
import styles from './goals.module.css'

/** What its learner says about a goal, on the way and at its end; fetched when it is wanted. */
export function GoalReflections({ goal }: { goal: Goal }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details className={styles['said-about']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('goals.what-i-say')}</summary>
      {open && <Said goal={goal} />}
    </details>
  )
}

function Said({ goal }: { goal: Goal }) {
  const { say } = useWords()
  const [writing, setWriting] = useState(false)
  const { data } = useRead(ListReflections, { params: { id: goal.learner.id }, query: { goal: goal.id } })
  return (
    <div className={styles['form']}>
      <ReflectionList reflections={data?.reflections ?? []} />
      {writing ? (
        <ReflectForm
          learner={goal.learner}
          about={{ goalId: goal.id }}
          stage={goal.ending ? 'looking_back' : 'stuck'}
          onDone={() => setWriting(false)}
        />
      ) : (
        <div>
          <Button icon={MessageSquareQuote} onClick={() => setWriting(true)}>
            {say('goals.say-something')}
          </Button>
        </div>
      )}
    </div>
  )
}
