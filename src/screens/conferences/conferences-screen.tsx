import { CalendarCheck, FileText, Presentation, Smartphone } from 'lucide-react'
import { ListMyConferences } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { ConferenceBar } from './conference-bar.tsx'
import { NotReached } from './not-reached.tsx'

type Mine = Answer<typeof ListMyConferences>[number]

/** A learner's conferences, or those of somebody's children: what to do next, and what was kept. */
export function ConferencesScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListMyConferences, {}, { refetchOnMount: 'always' })
  if (!data) return <NotReached error={error} onTryAgain={refetch} />
  const own = data.every(({ mine }) => mine)
  return (
    <Page
      title={say(own ? 'conferences.my-title' : 'conferences.title')}
      width="reading"
      bar={<ConferenceBar />}
    >
      {data.length === 0 && (
        <EmptyState title={say('conferences.none')}>
          <p>{say('conferences.none-meaning')}</p>
        </EmptyState>
      )}
      <ul className={styles['list']}>
        {data.map((one) => (
          <li key={`${one.round.id} ${one.learner.id}`}>
            <OneConference one={one} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function OneConference({ one }: { one: Mine }) {
  const { say, sayDate } = useWords()
  const { round, learner, mine, readyAt } = one
  const here = `/conference-rounds/${round.id}`
  return (
    <article className={styles['part']} aria-label={`${round.name}, ${learner.name}`}>
      <div>
        <h2>{mine ? round.name : `${learner.name}: ${round.name}`}</h2>
        <p className={styles['quiet']}>
          {say('conferences.round-days', { from: sayDate(round.startsOn), to: sayDate(round.endsOn) })} ·{' '}
          {round.place && `${round.place} · `}
          {round.withdrawnAt
            ? say('conferences.called-off')
            : say(readyAt ? 'conferences.is-ready' : 'conferences.is-preparing')}
        </p>
      </div>
      {!round.withdrawnAt && (
        <div className={styles['ways']}>
          {mine && (
            <ButtonLink look="primary" icon={CalendarCheck} href={`${here}/prepare`}>
              {say('conferences.prepare')}
            </ButtonLink>
          )}
          {mine && (
            <ButtonLink icon={Presentation} href={`${here}/present/${learner.id}`}>
              {say('conferences.show')}
            </ButtonLink>
          )}
          {!mine && (
            <ButtonLink look="primary" icon={Smartphone} href={`${here}/family/${learner.id}`}>
              {say('conferences.family-side')}
            </ButtonLink>
          )}
        </div>
      )}
      {one.conferences.map((held) => (
        <div key={held.id}>
          <ButtonLink look="plain" icon={FileText} href={`/conferences/${held.id}`}>
            {held.closedAt
              ? say('conferences.record-of', { day: sayDate(held.closedAt) })
              : held.sentAt
                ? say(mine ? 'walkthroughs.sent-on' : 'walkthroughs.listen-and-answer', {
                    day: sayDate(held.sentAt),
                  })
                : say('conferences.begun-on', { day: sayDate(held.begunAt) })}
          </ButtonLink>
        </div>
      ))}
    </article>
  )
}
