import { useWords } from '../../platform/web/words.tsx'
import { useGrade } from '../../schools/web/grade.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioTiles } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { longestGroupName } from '../activity.ts'
import type { ActivityDraft } from './activity-draft.ts'
import styles from './activity-editor.module.css'

export type Invitable = { id: string; name: string; grade: string | null }

type LearnersProps = {
  draft: ActivityDraft
  byHand: boolean
  learners: readonly Invitable[]
  onChange: (part: Partial<ActivityDraft>) => void
}

/** Everyone, whoever joins later too; or some by name, with the grades of the class as a short way. */
export function ActivityLearners({
  draft: { learnerIds, groupName },
  byHand,
  learners,
  onChange,
}: LearnersProps) {
  const { say } = useWords()
  const sayGrade = useGrade()
  const grades = [...new Set(learners.flatMap(({ grade }) => grade ?? []))].sort()
  const chosen = new Set(learnerIds ?? [])
  const toggle = (id: string) =>
    onChange({ learnerIds: chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id] })
  return (
    <div className={styles['group']}>
      <RadioTiles
        label={say('activities.for-whom')}
        value={learnerIds === null ? 'everyone' : 'some'}
        choices={[
          {
            value: 'everyone',
            label: say(byHand ? 'activities.for-everyone-here' : 'activities.for-everyone'),
            hint: say('activities.for-everyone-hint'),
          },
          { value: 'some', label: say('activities.for-some') },
        ]}
        onChange={(value) => onChange({ learnerIds: value === 'everyone' ? null : [] })}
      />
      {learnerIds !== null && (
        <>
          {grades.length > 1 && (
            <div className={styles['ways']}>
              {grades.map((grade) => (
                <Button
                  key={grade}
                  onClick={() =>
                    onChange({ learnerIds: learners.flatMap((one) => (one.grade === grade ? [one.id] : [])) })
                  }
                >
                  {sayGrade(grade)}
                </Button>
              ))}
            </div>
          )}
          <fieldset className={styles['learners']}>
            <legend className="unseen">{say('activities.for-some')}</legend>
            {learners.map(({ id, name }) => (
              <Checkbox key={id} label={name} checked={chosen.has(id)} onChange={() => toggle(id)} />
            ))}
          </fieldset>
          <Field
            label={say('activities.group-name')}
            hint={say('activities.group-name-hint')}
            optional
            value={groupName}
            maxLength={longestGroupName}
            onChange={(event) => onChange({ groupName: event.target.value })}
          />
        </>
      )}
    </div>
  )
}
