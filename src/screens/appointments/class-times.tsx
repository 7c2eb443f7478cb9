import { Link } from 'wouter'
import { ListConferenceRounds } from '../../conferences/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './times.module.css'

/** The rounds of a class, each with the way to its times. */
export function ClassTimes({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const classId = params['id'] ?? ''
  const { data, error, refetch } = useRead(ListConferenceRounds, { params: { id: classId } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const rounds = data.filter((round) => round.may.seeReadiness)
  return (
    <Page title={say('appointments.class-title')} width="reading" bar={<TeacherBar classId={classId} />}>
      {rounds.length === 0 && (
        <EmptyState title={say('appointments.class-none')}>
          <p>{say('appointments.class-none-meaning')}</p>
        </EmptyState>
      )}
      <ul className={styles['rounds']}>
        {rounds.map((round) => (
          <li key={round.id}>
            <h2>
              <Link href={`/conference-rounds/${round.id}/times`}>{round.name}</Link>
            </h2>
            <p className={styles['quiet']}>
              {say('appointments.round-days', {
                from: sayDate(round.startsOn, 'short'),
                to: sayDate(round.endsOn, 'short'),
              })}
              {round.withdrawnAt && ` · ${say('appointments.called-off')}`}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
