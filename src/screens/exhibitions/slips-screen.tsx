import { Link } from 'wouter'
import { GetExhibition } from '../../exhibitions/contract.ts'
import { HeldSlip, ThanksCard } from '../../exhibitions/web/held-slip.tsx'
import { useSlips } from '../../exhibitions/web/use-slips.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import day from '../../ui/shown-day.module.css'
import { HatBar } from '../frameworks/hat-bar.tsx'
import { Pending } from '../teacher/pending.tsx'

/** What guests left for learners I teach, the unread first, and what these learners want to say to guests. */
export function SlipsScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const asked = { params: { id: params['id'] ?? '' } }
  const { data, error, refetch } = useSlips(asked.params.id)
  const { data: event } = useRead(GetExhibition, asked)
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const held = data.slips.filter(({ decision }) => decision === null).toReversed()
  const aside = data.slips.filter(({ decision }) => decision && !decision.releases)
  const passed = data.slips.filter(({ decision }) => decision?.releases)
  const cards = data.cards.toSorted((one, other) => Number(one.released) - Number(other.released))
  return (
    <Page
      title={say('exhibitions.slips')}
      lead={<Link href={`/showcase-events/${asked.params.id}`}>{event?.title}</Link>}
      width="reading"
      bar={<HatBar />}
    >
      <p>{say('exhibitions.slips-meaning')}</p>
      {held.length === 0 && (
        <EmptyState title={say('exhibitions.slips-none')}>
          <p>{say('exhibitions.slips-none-meaning')}</p>
        </EmptyState>
      )}
      <ul className={day['list']}>
        {held.map((slip) => (
          <HeldSlip key={slip.id} slip={slip} />
        ))}
      </ul>
      {cards.length > 0 && (
        <Section title={say('exhibitions.thanks')}>
          <ul className={day['list']}>
            {cards.map((card) => (
              <ThanksCard key={card.id} card={card} />
            ))}
          </ul>
        </Section>
      )}
      {(
        [
          ['exhibitions.slips-passed', passed],
          ['exhibitions.slips-aside', aside],
        ] as const
      ).map(
        ([words, slips]) =>
          slips.length > 0 && (
            <details key={words} className={day['stack']}>
              <summary>{say(words, { count: slips.length })}</summary>
              <ul className={day['list']}>
                {slips.map((slip) => (
                  <HeldSlip key={slip.id} slip={slip} />
                ))}
              </ul>
            </details>
          ),
      )}
    </Page>
  )
}
