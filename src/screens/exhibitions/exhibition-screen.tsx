import { GetExhibition } from '../../exhibitions/contract.ts'
import { type Exhibition, useHours } from '../../exhibitions/web/exhibition-words.ts'
import styles from '../../exhibitions/web/exhibitions.module.css'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page, Section } from '../../ui/page.tsx'
import day from '../../ui/shown-day.module.css'
import { HatBar } from '../frameworks/hat-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { OwnStand } from './own-stand.tsx'
import { RunExhibition } from './run-exhibition.tsx'

/** One showcase event: all of it for those who run it, their own part for who takes part. */
export function ExhibitionScreen({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const sayHours = useHours()
  const asked = { params: { id: params['id'] ?? '' } }
  const { data: event, error, refetch } = useRead(GetExhibition, asked, { refetchOnMount: 'always' })
  if (!event) return <Pending error={error} onTryAgain={refetch} />
  const isLearner = event.may.join || event.mine !== null
  return (
    <Page
      title={event.title}
      lead={`${sayDate(event.heldOn, 'long')}, ${sayHours(event)} · ${event.school} · ${say(`exhibitions.state-${event.state}`)}`}
      width={isLearner ? 'reading' : 'wide'}
      bar={<HatBar />}
    >
      {event.words && <p className={day['words']}>{event.words}</p>}
      {isLearner ? <OwnStand event={event} /> : <RunExhibition event={event} />}
      {isLearner && <WhoShows event={event} />}
    </Page>
  )
}

/** For those who take part: who else does, where and when. */
function WhoShows({ event }: { event: Exhibition }) {
  const { say } = useWords()
  const sayHours = useHours()
  const placeOf = (id: string | null) => event.places.find((place) => place.id === id)?.name
  if (event.stands.length === 0) return null
  return (
    <Section title={say('exhibitions.who-shows')}>
      <ul className={styles['stands']}>
        {event.stands.map(({ id, learner, title, placeId, fromMinute, toMinute }) => (
          <li key={id} className={styles['stand']}>
            <span className={day['line']}>
              <strong>{title}</strong>
              <span>{learner.name}</span>
              <span className={day['quiet']}>
                {[
                  placeOf(placeId),
                  fromMinute !== null && toMinute !== null ? sayHours({ fromMinute, toMinute }) : undefined,
                ]
                  .filter(Boolean)
                  .join(' · ') || say('exhibitions.no-place-yet')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
