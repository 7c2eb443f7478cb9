import { Images } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { GetActivity, Respond } from '../../activities/contract.ts'
import { ActivityInstructions } from '../../activities/web/activity-instructions.tsx'
import { responseDraftKey } from '../../activities/web/invitation-tile.tsx'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { newId } from '../../platform/new-id.ts'
import type { Sent } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Faces } from '../../ui/faces.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { AddPiece } from '../../work/contract.ts'
import { CaptureForm, type Kept } from '../../work/web/capture-form.tsx'
import { WayBack } from '../learner/way-back.tsx'
import { Pending } from '../teacher/pending.tsx'
import styles from './activities.module.css'
import type { Activity } from './activity-screen.tsx'
import { PromptAnswers, partsOfAnswers, usePromptAnswers } from './prompt-answers.tsx'
import { staleWithResponses } from './refresh-responses.ts'

/** Adding work to an activity: the same form as always, with what was asked above it. */
export function RespondScreen({ params }: ScreenProps) {
  const { data, error, refetch } = useRead(GetActivity, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return data.may.respond ? <Responding activity={data} /> : <Nowhere />
}

function Responding({ activity }: { activity: Activity }) {
  const { say } = useWords()
  const prompted = usePromptAnswers(activity.id)
  const respond = useResponding(activity)
  const keep = async (kept: Kept) => {
    const parts = [...kept.parts, ...partsOfAnswers(activity.prompts, prompted.answers)]
    await respond({ ...kept, parts }, prompted.drop)
  }
  return (
    <Page
      title={activity.title}
      heading="work"
      width="reading"
      bar={<PersonBar place={<WayBack href={`/activities/${activity.id}`}>{activity.title}</WayBack>} />}
    >
      <details className={styles['more']}>
        <summary>{say('activities.what-to-do')}</summary>
        <ActivityInstructions content={activity} />
      </details>
      <ButtonLink
        look="plain"
        icon={Images}
        href={`/activities/${activity.id}/existing`}
        className={styles['existing']}
      >
        {say('activities.use-existing')}
      </ButtonLink>
      <CaptureForm draftKey={responseDraftKey(activity.id)} saveLabel={say('work.save')} onKeep={keep}>
        <PromptAnswers prompts={activity.prompts} answers={prompted.answers} onChange={prompted.change} />
        <WhoWillSee activity={activity} />
      </CaptureForm>
    </Page>
  )
}

/** Said before it is saved, with faces: the learner and the teachers of this class, nobody else. */
export function WhoWillSee({ activity }: { activity: Activity }) {
  const { say, sayList } = useWords()
  const me = useMe()
  const people = [{ id: me.id, name: me.name, tie: say('ui.you') }, ...activity.teachers]
  const who = sayList([say('ui.you'), ...activity.teachers.map(({ name }) => name)])
  return <Faces people={people} sentence={say('work.these-see', { who })} label={say('work.who-will-see')} />
}

/** The piece is kept first, for the learner alone; then it responds. They travel as one. */
function useResponding({ id: activityId, title }: Activity) {
  const [, goTo] = useLocation()
  const [ids] = useState(() => ({ piece: newId(), iteration: newId(), response: newId(), share: newId() }))
  const keepAll = useKeepAll({
    as: 'work.waiting-piece',
    values: (sent) => ({ title: (sent as Sent<typeof AddPiece>).body.title ?? '' }),
    refreshes: staleWithResponses,
  })
  return async ({ title: named, parts, draft, beside }: Kept, drop: () => Promise<void>) => {
    const iteration = { id: ids.iteration, parts, whatChanged: '' }
    const piece = { params: { id: ids.piece }, body: { title: named || title, iteration, shares: [] } }
    const response = {
      params: { id: ids.response },
      body: { activityId, pieceId: ids.piece, shareId: ids.share },
    }
    await keepAll([write(AddPiece, piece), write(Respond, response), ...beside], { sent: piece, draft })
    await drop()
    goTo(`/pieces/${ids.piece}`, { replace: true })
  }
}
