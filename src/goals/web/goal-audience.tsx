import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { ListGoals, ShareGoal } from '../contract.ts'
import { type GoalAudience as Audience, goalAudiences } from '../goal.ts'
import type { Goal } from './goal-card.tsx'
import styles from './goals.module.css'

/** Who may see it, to be changed in one tap. */
export function GoalAudience({ goal }: { goal: Goal }) {
  const { say } = useWords()
  const share = useKeep(ShareGoal, { as: 'goals.waiting-audience', refreshes: [ListGoals] })
  const now = share.isPending && share.variables ? share.variables.body.audiences : goal.audiences
  const toggle = (audience: Audience) => {
    const next = now.includes(audience) ? now.filter((one) => one !== audience) : [...now, audience]
    share.mutate({ params: { id: goal.id }, body: { audiences: next } })
  }
  return (
    <fieldset className={styles['audience']}>
      <legend>{say(now.length === 0 ? 'goals.only-you-see' : 'goals.who-sees')}</legend>
      {goalAudiences.map((audience) => (
        <Checkbox
          key={audience}
          label={say(`goals.for-${audience}`)}
          checked={now.includes(audience)}
          onChange={() => toggle(audience)}
        />
      ))}
    </fieldset>
  )
}
