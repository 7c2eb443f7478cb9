import { Plus } from 'lucide-react'
import { Link } from 'wouter'
import { standingOf } from '../../activities/activity.ts'
import { ListActivities } from '../../activities/contract.ts'
import { localToday } from '../../activities/web/due.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { DeletedActivities } from './deleted-activities.tsx'
import { useStanding } from './standing-words.ts'
import styles from './activities.module.css'

type Row = Answer<typeof ListActivities>['activities'][number]

const sections = [
  ['draft', 'activities.drafts'],
  ['open', 'activities.stand-open'],
  ['closed', 'activities.stand-over'],
] as const

/** The activities of a class: drafts, what is open, what is closed. */
export function ClassActivities({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['id'] ?? ''
  const { data, error, refetch } = useRead(ListActivities, { params: { id }, query: {} })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const today = localToday()
  const isIn = (row: Row, section: string) => {
    const standing = standingOf(row, today)
    return section === (standing === 'waiting' ? 'open' : standing)
  }
  return (
    <Page
      title={say('activities.activities')}
      lead={data.class.name}
      bar={<TeacherBar classId={id} />}
      action={
        <ButtonLink look="primary" icon={Plus} href={`/classes/${id}/activities/new`}>
          {say('activities.new-activity')}
        </ButtonLink>
      }
    >
      {data.activities.length === 0 && (
        <EmptyState title={say('activities.begin')}>
          <p>{say('activities.begin-meaning')}</p>
        </EmptyState>
      )}
      {sections.map(([section, title]) => {
        const rows = data.activities.filter((row) => isIn(row, section))
        if (rows.length === 0) return null
        return (
          <Section key={section} title={say(title)}>
            <ul className={styles['rows']}>
              {rows.map((row) => (
                <ActivityRow key={row.id} row={row} />
              ))}
            </ul>
          </Section>
        )
      })}
      <DeletedActivities classId={id} />
    </Page>
  )
}

function ActivityRow({ row }: { row: Row }) {
  const { say } = useWords()
  const standing = useStanding(row)
  const { id, title, groupName, publishedAt, invited, responded } = row
  return (
    <li className={styles['row']}>
      <h3>
        <Link href={`/activities/${id}`}>{title || say('activities.untitled')}</Link>
      </h3>
      <p>
        {standing}
        {groupName && ` · ${groupName}`}
      </p>
      {publishedAt && (
        <p className={styles['count']}>{say('activities.responded', { responded, invited })}</p>
      )}
    </li>
  )
}
