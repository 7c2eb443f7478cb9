import { Plus, Shapes } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ListDeletedGoals, ListGoals, RestoreGoal } from '../../goals/contract.ts'
import { type Goal, GoalCard } from '../../goals/web/goal-card.tsx'
import { GoalForm } from '../../goals/web/goal-form.tsx'
import { useMe } from '../../people/web/me.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import styles from './my-goals.module.css'

/** What a learner wants: open goals first, then those that ended, which stay for good. */
export function MyGoals() {
  const { say } = useWords()
  const me = useMe()
  const [search] = useSearchParams()
  const [open, setOpen] = useState(search.has('begin'))
  const { data, error, refetch } = useRead(ListGoals, { params: { id: me.id } })
  const goals = data?.goals ?? []
  const standing = goals.filter(({ ending }) => !ending)
  const ended = goals.filter(({ ending }) => ending)
  return (
    <Page
      title={say('goals.my-goals')}
      width="reading"
      bar={<LearnerBar />}
      action={
        !open && (
          <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>
            {say('goals.set')}
          </Button>
        )
      }
    >
      {open && <GoalForm learner={me} onDone={() => setOpen(false)} />}
      {!data && !error && <Loading />}
      {!data && error && (
        <Notice
          kind="problem"
          title={say('goals.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('goals.try-again')}</Button>}
        />
      )}
      {data && goals.length === 0 && !open && (
        <EmptyState title={say('goals.none')}>
          <p>{say('goals.none-meaning')}</p>
        </EmptyState>
      )}
      <Goals goals={standing} />
      {ended.length > 0 && (
        <Section title={say('goals.ended')}>
          <Goals goals={ended} />
        </Section>
      )}
      <div>
        <ButtonLink look="plain" icon={Shapes} href="/frameworks">
          {say('goals.competencies')}
        </ButtonLink>
      </div>
      <DeletedLately />
    </Page>
  )
}

function Goals({ goals }: { goals: readonly Goal[] }) {
  if (goals.length === 0) return null
  return (
    <ul className={styles['goals']}>
      {goals.map((goal) => (
        <li key={goal.id}>
          <GoalCard goal={goal} />
        </li>
      ))}
    </ul>
  )
}

function DeletedLately() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListDeletedGoals, {})
  const restore = useAct(RestoreGoal, { refreshes: [ListGoals, ListDeletedGoals] })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('goals.deleted')}>
      {data.map(({ erasedOn, goal }) => (
        <Notice
          key={goal.id}
          kind="wait"
          title={say('goals.deleted-until', { day: sayDate(erasedOn) })}
          action={
            <Button busy={restore.isPending} onClick={() => restore.mutate({ params: { id: goal.id } })}>
              {say('goals.restore')}
            </Button>
          }
        >
          {Object.values(goal.words)[0] ?? ''}
        </Notice>
      ))}
    </Section>
  )
}
