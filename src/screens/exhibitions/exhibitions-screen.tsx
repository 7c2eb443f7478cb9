import { Plus } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { ListExhibitions, ListInvitableClasses } from '../../exhibitions/contract.ts'
import { useHours } from '../../exhibitions/web/exhibition-words.ts'
import { useHat } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import day from '../../ui/shown-day.module.css'
import { HatBar } from '../frameworks/hat-bar.tsx'
import { Pending } from '../teacher/pending.tsx'

/** Showcase events: those I can take part in, those I run, and those that were. */
export function ExhibitionsScreen() {
  const { say } = useWords()
  const [hat] = useHat()
  const [search] = useSearchParams()
  const runs = hat === 'teacher' || hat === 'office'
  const { data, error, refetch } = useRead(ListExhibitions, {}, { refetchOnMount: 'always' })
  const { data: classes } = useRead(ListInvitableClasses, {}, { enabled: runs })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const forClass = search.get('class')
  return (
    <Page
      title={say('exhibitions.events')}
      width="reading"
      bar={<HatBar />}
      action={
        runs &&
        classes &&
        classes.length > 0 && (
          <ButtonLink
            look="primary"
            icon={Plus}
            href={`/showcase-events/new${forClass ? `?class=${forClass}` : ''}`}
          >
            {say('exhibitions.plan')}
          </ButtonLink>
        )
      }
    >
      {data.length === 0 ? (
        <EmptyState title={say('exhibitions.none')}>
          <p>{say(runs ? 'exhibitions.none-teacher' : 'exhibitions.none-learner')}</p>
        </EmptyState>
      ) : (
        <ul className={day['list']}>
          {data.map((one) => (
            <EventLine key={one.id} event={one} runs={runs} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function EventLine({ event, runs }: { event: Answer<typeof ListExhibitions>[number]; runs: boolean }) {
  const { say, sayDate } = useWords()
  const sayHours = useHours()
  return (
    <li className={day['line']}>
      <h2>
        <Link href={`/showcase-events/${event.id}`}>{event.title}</Link>
      </h2>
      <p>
        {sayDate(event.heldOn, 'long')}, {sayHours(event)} · {event.school}
      </p>
      <p className={day['quiet']}>
        {say(`exhibitions.state-${event.state}`)} · {say('exhibitions.stands-count', { count: event.stands })}
        {event.joined && ` · ${say('exhibitions.i-take-part')}`}
      </p>
      {runs && event.held > 0 && (
        <p>
          <Link href={`/showcase-events/${event.id}/slips`}>
            {say('exhibitions.slips-held', { count: event.held })}
          </Link>
        </p>
      )}
    </li>
  )
}
