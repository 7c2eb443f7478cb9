import { Link } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListRosterImports } from '../../rosters/contract.ts'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { BringRosterForm } from './bring-roster-form.tsx'
import { RosterFeeds } from './roster-feeds.tsx'
import { RosterProgress } from './roster-progress.tsx'
import styles from './rosters.module.css'

type Brought = Answer<typeof ListRosterImports>[number]

/** For the district's office: bring a roster, and see what was brought. */
export function OfficeRosters() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListRosterImports, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('rosters.title')} lead={say('rosters.lead')} bar={<OfficeBar />}>
      <RosterProgress />
      <Section title={say('rosters.bring')}>
        <BringRosterForm />
      </Section>
      <RosterFeeds />
      {data.length === 0 ? (
        <EmptyState title={say('rosters.none')}>
          <p>{say('rosters.none-meaning')}</p>
        </EmptyState>
      ) : (
        <Section title={say('rosters.history')}>
          <ul className={styles['rows']}>
            {data.map((one) => (
              <BroughtRow key={one.id} brought={one} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function BroughtRow({ brought }: { brought: Brought }) {
  const { say, sayDate } = useWords()
  const day = sayDate(brought.broughtAt, 'short')
  return (
    <li className={styles['row']}>
      <Link href={`/office/rosters/${brought.id}`}>{brought.name}</Link>
      <p className={styles['quiet']}>
        {brought.broughtBy === null
          ? say('rosters.by-machine', { day })
          : say('rosters.by', { day, name: brought.broughtBy })}
        {' · '}
        {say('rosters.people-in-it', { count: brought.people })}
      </p>
      <p>{useStanding(brought)}</p>
    </li>
  )
}

function useStanding({ appliedAt, undoneAt }: Brought): string {
  const { say, sayDate } = useWords()
  if (undoneAt !== null) return say('rosters.state-undone', { day: sayDate(undoneAt, 'short') })
  if (appliedAt !== null) return say('rosters.state-applied', { day: sayDate(appliedAt, 'short') })
  return say('rosters.state-waiting')
}
