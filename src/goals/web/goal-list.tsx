import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { ListGoals } from '../contract.ts'
import { GoalCard } from './goal-card.tsx'
import { GoalForm } from './goal-form.tsx'
import styles from './goals.module.css'

/** A learner's goals as others see them, with a place to write down one that a child tells. */
export function GoalsOf({ learnerId }: { learnerId: string }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { data } = useRead(ListGoals, { params: { id: learnerId } })
  if (!data || (data.goals.length === 0 && !data.may.scribe)) return null
  return (
    <Section title={say('goals.title')}>
      <ul className={styles['list']}>
        {data.goals.map((goal) => (
          <li key={goal.id}>
            <GoalCard goal={goal} />
          </li>
        ))}
      </ul>
      {open && <GoalForm learner={data.learner} scribes onDone={() => setOpen(false)} />}
      {data.may.scribe && !open && (
        <div>
          <Button look="plain" icon={Plus} onClick={() => setOpen(true)}>
            {say('goals.scribe', { name: data.learner.name })}
          </Button>
        </div>
      )}
    </Section>
  )
}
