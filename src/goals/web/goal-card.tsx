import { Flag, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { MediaView } from '../../media/web/media-view.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { EarlierWords, SaidBefore } from '../../ui/said-before.tsx'
import {
  DeleteGoal,
  EndGoal,
  ListDeletedGoals,
  ListGoalRevisions,
  ListGoals,
  ReopenGoal,
} from '../contract.ts'
import { goalFields } from '../goal.ts'
import { CheckForm } from './check-form.tsx'
import { Encouragements } from './encouragements.tsx'
import { fieldWords } from './goal-form.tsx'
import { GoalAudience } from './goal-audience.tsx'
import { GoalChecks } from './goal-checks.tsx'
import { GoalReflections } from './goal-reflections.tsx'
import { ReviseGoalForm } from './revise-goal-form.tsx'
import styles from './goals.module.css'

export type Goal = Answer<typeof ListGoals>['goals'][number]

/** One goal: what is wanted, how it went at each look, who encourages, and what its learner may do. */
export function GoalCard({ goal }: { goal: Goal }) {
  const { say } = useWords()
  const [open, setOpen] = useState<'check' | 'edit'>()
  const close = () => setOpen(undefined)
  return (
    <article className={styles['goal']} data-ended={goal.ending !== null}>
      {open === 'edit' ? <ReviseGoalForm goal={goal} onDone={close} /> : <GoalWords goal={goal} />}
      {goal.ending && (
        <p className={styles['ending']}>
          <Flag aria-hidden />
          {say(goal.ending.kind === 'reached' ? 'goals.reached-on' : 'goals.set-aside-on')}{' '}
          <Time at={goal.ending.endedAt} />
          {goal.ending.words && ` · ${goal.ending.words}`}
        </p>
      )}
      {goal.ending?.kind === 'reached' && goal.may.share && (
        <p className={styles['quietly']}>{say('goals.reached-quietly')}</p>
      )}
      {goal.may.share && <SaidBefore revision={goal.revision} renderWords={() => <Earlier goal={goal} />} />}
      <GoalChecks checks={goal.checks} />
      <Encouragements goal={goal} />
      {open === 'check' && <CheckForm goal={goal} onDone={close} />}
      {goal.may.share && <GoalReflections goal={goal} />}
      {goal.may.share && <GoalAudience goal={goal} />}
      {open === undefined && (
        <Acts goal={goal} onCheck={() => setOpen('check')} onEdit={() => setOpen('edit')} />
      )}
    </article>
  )
}

function GoalWords({ goal }: { goal: Goal }) {
  const { say, sayDate } = useWords()
  const [first, ...others] = goalFields[goal.form]
  return (
    <>
      <h3 className={styles['wanted']}>{goal.words[first] ?? say('goals.drawn')}</h3>
      <p className={styles['when']}>
        {say('goals.set-on')} <Time at={goal.setAt} />
        {goal.scribe && ` · ${say('goals.written-by', { name: goal.scribe.name })}`}
        {goal.checkOn && !goal.ending && ` · ${say('goals.check-again', { day: sayDate(goal.checkOn) })}`}
      </p>
      <Pictures parts={goal.parts} />
      <Fields fields={others} words={goal.words} />
    </>
  )
}

function Pictures({ parts }: Pick<Goal, 'parts'>) {
  return parts.map(({ media, alt }) => (
    <MediaView key={media.id} media={media} caption="" alt={alt} size="beside" />
  ))
}

type FieldsProps = Pick<Goal, 'words'> & { fields: readonly (keyof typeof fieldWords)[] }

function Fields({ fields, words }: FieldsProps) {
  const { say } = useWords()
  return (
    <dl className={styles['fields']}>
      {fields
        .filter((field) => words[field])
        .map((field) => (
          <div key={field}>
            <dt>{say(fieldWords[field])}</dt>
            <dd>{words[field]}</dd>
          </div>
        ))}
    </dl>
  )
}

function Earlier({ goal }: { goal: Goal }) {
  const { data } = useRead(ListGoalRevisions, { params: { id: goal.id } })
  return (
    <EarlierWords
      rows={data}
      now={goal.revision}
      renderWords={({ words, parts }) => (
        <>
          <Fields fields={goalFields[goal.form]} words={words} />
          <Pictures parts={parts} />
        </>
      )}
    />
  )
}

type ActsProps = { goal: Goal; onCheck: () => void; onEdit: () => void }

function Acts({ goal, onCheck, onEdit }: ActsProps) {
  const { say } = useWords()
  const { may } = goal
  const params = { id: goal.id }
  const refreshes = [ListGoals, ListDeletedGoals]
  const end = useKeep(EndGoal, { as: 'goals.waiting-ending', refreshes })
  const reopen = useKeep(ReopenGoal, { as: 'goals.waiting', refreshes })
  const remove = useKeep(DeleteGoal, { as: 'goals.waiting-deletion', refreshes })
  if (!may.check && !may.reopen && !may.remove) return null
  return (
    <div className={styles['buttons']}>
      {may.check && (
        <Button look="quiet" onClick={onCheck}>
          {say('goals.check')}
        </Button>
      )}
      {may.end && (
        <>
          <Button
            icon={Flag}
            busy={end.isPending}
            onClick={() => end.mutate({ params, body: { kind: 'reached' } })}
          >
            {say('goals.reached')}
          </Button>
          <Button look="plain" onClick={() => end.mutate({ params, body: { kind: 'set_aside' } })}>
            {say('goals.set-aside')}
          </Button>
        </>
      )}
      {may.reopen && (
        <Button icon={RotateCcw} busy={reopen.isPending} onClick={() => reopen.mutate({ params })}>
          {say('goals.take-up-again')}
        </Button>
      )}
      {may.revise && (
        <Button look="plain" icon={Pencil} onClick={onEdit}>
          {say('goals.edit')}
        </Button>
      )}
      {may.remove && (
        <Button look="plain" icon={Trash2} busy={remove.isPending} onClick={() => remove.mutate({ params })}>
          {say('goals.delete')}
        </Button>
      )}
    </div>
  )
}
