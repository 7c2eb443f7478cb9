import { Columns3, MessageCircle } from 'lucide-react'
import { ListResponses } from '../../activities/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Face } from '../../ui/faces.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { PieceTile } from '../../work/web/piece-tile.tsx'
import { NotReached } from '../teacher/not-reached.tsx'
import type { Activity } from './activity-screen.tsx'
import styles from './activities.module.css'

type Learner = Answer<typeof ListResponses>[number]

/** Everybody it is for, side by side: what they responded with, or that they have not yet. */
export function Responses({ activity }: { activity: Activity }) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListResponses, { params: { id: activity.id } })
  if (!data && error) return <NotReached error={error} onTryAgain={refetch} />
  if (!data) return <Loading />
  if (data.length === 0) return <EmptyState title={say('teacher.nobody-yet')} />
  const responded = data.filter(({ responses }) => responses.length > 0).length
  const answers = data.some(({ responses }) => responses.some(({ may }) => may.answer))
  return (
    <Section
      title={say('activities.responded', { responded, invited: data.length })}
      action={
        responded > 0 && (
          <div className={styles['tools']}>
            <ButtonLink icon={Columns3} href={`/activities/${activity.id}/responses`}>
              {say('activities.look-through')}
            </ButtonLink>
            {answers && (
              <ButtonLink look="primary" icon={MessageCircle} href={`/activities/${activity.id}/feedback`}>
                {say('teacher.give-feedback')}
              </ButtonLink>
            )}
          </div>
        )
      }
    >
      <ul className={styles['grid']}>
        {data.map((learner) => (
          <li key={learner.id} className={styles['learner']}>
            <OneLearner learner={learner} activityId={activity.id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OneLearner({ learner, activityId }: { learner: Learner; activityId: string }) {
  const { say } = useWords()
  const { name, responses, cameLater } = learner
  return (
    <>
      <p className={styles['who']}>
        <Face person={learner} size="small" />
        <strong>{name}</strong>
        {cameLater && <small>{say('activities.came-later')}</small>}
      </p>
      {responses.length === 0 && <p className={styles['not-yet']}>{say('activities.not-yet')}</p>}
      {responses.map(({ id, piece, answered }) => (
        <div key={id}>
          <PieceTile piece={piece} href={`/activities/${activityId}/responses?at=${id}`} />
          <p className={styles['count']}>
            {say(answered ? 'activities.answered' : 'activities.not-answered')}
          </p>
        </div>
      ))}
    </>
  )
}
