import { longestCue } from '../../conferences/conference.ts'
import styles from '../../conferences/web/conferences.module.css'
import type { Draft } from '../../conferences/web/prepared.ts'
import { ListGoals } from '../../goals/contract.ts'
import { goalFields } from '../../goals/goal.ts'
import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'

type GoalChoiceProps = { content: Draft; onChange: (some: Partial<Draft>) => void }

/** One of the learner's own goals, and a card for speaking of it. */
export function GoalChoice({ content, onChange }: GoalChoiceProps) {
  const { say } = useWords()
  const me = useMe()
  const { data } = useRead(ListGoals, { params: { id: me.id } })
  const open = (data?.goals ?? []).filter(({ ending, id }) => !ending || id === content.goalId)
  return (
    <Section title={say('conferences.goal')}>
      {open.length > 0 ? (
        <Select
          label={say('conferences.goal')}
          value={content.goalId}
          onChange={(event) => onChange({ goalId: event.currentTarget.value })}
        >
          <option value="">{say('conferences.no-goal')}</option>
          {open.map(({ id, form, words }) => (
            <option key={id} value={id}>
              {(words[goalFields[form][0]] ?? say('goals.drawn')).slice(0, 90)}
            </option>
          ))}
        </Select>
      ) : (
        <div>
          <ButtonLink href="/goals?begin">{say('conferences.set-goal')}</ButtonLink>
        </div>
      )}
      <TextArea
        label={say('conferences.goal-cue')}
        rows={2}
        maxLength={longestCue}
        value={content.goalCue}
        onChange={(event) => onChange({ goalCue: event.currentTarget.value })}
        className={styles['cue']}
      />
    </Section>
  )
}
