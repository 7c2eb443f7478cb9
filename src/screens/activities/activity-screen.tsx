import { Camera, Plus } from 'lucide-react'
import { GetActivity } from '../../activities/contract.ts'
import { ActivityInstructions } from '../../activities/web/activity-instructions.tsx'
import { useDue } from '../../activities/web/due.ts'
import { useHat } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import { WayBack } from '../learner/way-back.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TaughtActivity } from './taught-activity.tsx'

export type Activity = Answer<typeof GetActivity>

/** An activity for whoever looks: those who teach it, those it invites, a family beside a response. */
export function ActivityScreen({ params }: ScreenProps) {
  const { data, error, refetch } = useRead(GetActivity, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return data.may.revise || data.may.copy ? (
    <TaughtActivity activity={data} />
  ) : (
    <Invitation activity={data} />
  )
}

function Invitation({ activity }: { activity: Activity }) {
  const { say } = useWords()
  const { voice } = useVoice()
  const [hat] = useHat()
  const { id, title, may, responses, createdBy } = activity
  const due = useDue(activity.dueOn, may.respond)
  const lead = [say('activities.invited-by', { name: createdBy.name }), ...(due.words ? [due.words] : [])]
  return (
    <Page
      title={title}
      heading="work"
      lead={lead.join(' · ')}
      width="reading"
      bar={
        hat === 'learner' ? (
          <PersonBar place={<WayBack href="/activities">{say('activities.invitations')}</WayBack>} />
        ) : (
          <PersonBar />
        )
      }
      action={
        may.respond && (
          <ButtonLink
            look="primary"
            icon={voice === 'early' ? Camera : Plus}
            href={`/activities/${id}/respond`}
          >
            {say(responses.length > 0 ? 'activities.respond-again' : 'activities.respond')}
          </ButtonLink>
        )
      }
    >
      <ActivityInstructions content={activity} />
      {!may.respond && activity.closing && responses.length === 0 && (
        <p>{say('activities.closed-meaning')}</p>
      )}
      {responses.length > 0 && (
        <Section title={say('activities.your-responses')}>
          <PieceWall pieces={responses.map(({ piece }) => piece)} />
        </Section>
      )}
    </Page>
  )
}
