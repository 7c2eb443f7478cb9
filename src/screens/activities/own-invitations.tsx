import { InvitationList } from './invitation-list.tsx'
import { ListInvitations } from '../../activities/contract.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { sortInvitations, type Stand } from '../../activities/web/invitation.ts'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { WayBack } from '../learner/way-back.tsx'
import { Pending } from '../teacher/pending.tsx'

const order: readonly Stand[] = ['open', 'missed', 'done', 'over']

/** Everything a learner is invited to: open, missed before they came, done, closed. */
export function OwnInvitations() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListInvitations, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const sorted = sortInvitations(data, dayOf())
  return (
    <Page
      title={say('activities.invitations')}
      bar={<PersonBar place={<WayBack href="/">{say('learner.my-work')}</WayBack>} />}
    >
      {data.length === 0 && (
        <EmptyState title={say('activities.none-yet')}>
          <p>{say('activities.none-yet-meaning')}</p>
        </EmptyState>
      )}
      {order.map((stand) => (
        <InvitationList key={stand} stand={stand} invitations={sorted[stand]} />
      ))}
    </Page>
  )
}
