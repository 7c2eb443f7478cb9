import { BookOpen, Plus } from 'lucide-react'
import { Link } from 'wouter'
import { standingOf } from '../../activities/activity.ts'
import { ListActivities } from '../../activities/contract.ts'
import { dayOf } from '../../platform/web/dates.ts'
import type { Answer } from '../../platform/web/client.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { useReadOn } from '../teacher/read-on.ts'
import { wayOf, whereOf } from '../teacher/taught-place.ts'
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

/** The activities of a class, or of a space by hand: drafts, what is open, what is closed. */
export function ClassActivities({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['spaceId'] ?? params['id'] ?? ''
  const list = useReadOn(ListActivities, id)
  const first = list.data?.pages[0]
  if (!first) return <Pending error={list.error} onTryAgain={list.refetch} />
  const { space } = first
  const activities = list.data?.pages.flatMap((page) => page.activities) ?? []
  const today = dayOf()
  const isIn = (row: Row, section: string) => {
    const standing = standingOf(row, today)
    return section === (standing === 'waiting' ? 'open' : standing)
  }
  return (
    <Page
      title={say('activities.activities')}
      lead={space.name}
      bar={<TeacherBar {...whereOf(space)} />}
      action={
        <ButtonLink look="primary" icon={Plus} href={`${wayOf(space)}/activities/new`}>
          {say('activities.new-activity')}
        </ButtonLink>
      }
    >
      <div>
        <ButtonLink
          look="plain"
          icon={BookOpen}
          className={styles['existing']}
          href={`/library/school?${space.classId === null ? 'space' : 'class'}=${id}`}
        >
          {say('library.copy-from')}
        </ButtonLink>
      </div>
      {activities.length === 0 && (
        <EmptyState title={say(space.classId === null ? 'activities.begin-space' : 'activities.begin')}>
          <p>{say('activities.begin-meaning')}</p>
        </EmptyState>
      )}
      {sections.map(([section, title]) => {
        const rows = activities.filter((row) => isIn(row, section))
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
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say('library.older')}
          </Button>
        </div>
      )}
      <DeletedActivities placeId={id} />
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
