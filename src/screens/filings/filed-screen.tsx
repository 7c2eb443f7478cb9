import { ListFilings } from '../../filings/contract.ts'
import { listedDays } from '../../filings/filing.ts'
import { FilingRow } from '../../filings/web/filing-row.tsx'
import styles from '../../filings/web/filings.module.css'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** What I filed to a class lately, and the way to put right what went to the wrong learner. */
export function FiledScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(
    ListFilings,
    { params: { id: params['id'] ?? '' } },
    { refetchOnMount: 'always' },
  )
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('filings.title')}
      lead={`${data.name}. ${say('filings.lead', { days: listedDays })}`}
      width="reading"
      bar={<TeacherBar classId={data.id} />}
    >
      {data.filings.length === 0 ? (
        <EmptyState title={say('filings.none')}>{say('filings.none-meaning')}</EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.filings.map((filed) => (
            <FilingRow key={filed.iterationId} filed={filed} learners={data.learners} />
          ))}
        </ul>
      )}
    </Page>
  )
}
