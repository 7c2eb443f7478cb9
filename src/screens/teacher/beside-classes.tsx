import { Plus } from 'lucide-react'
import { Link } from 'wouter'
import { CountWaitingInSpaces } from '../../feedback/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { RemarkReports } from '../../remarks/web/remark-reports.tsx'
import { StepAsked } from '../../second-steps/web/step-asked.tsx'
import { ListSpaces } from '../../spaces/contract.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { Pending } from './pending.tsx'
import { KeptSpaces } from './spaces-waiting.tsx'
import { TeacherBar } from './teacher-bar.tsx'
import styles from './today.module.css'

/** The first page of staff who teach in no class, a counsellor say: their groups and one-to-ones, and what waits there. */
export function BesideClasses() {
  const { say } = useWords()
  const kept = useRead(CountWaitingInSpaces, {}, { refetchOnMount: 'always' })
  const spaces = useRead(ListSpaces, {}, { refetchOnMount: 'always' })
  if (!kept.data || !spaces.data)
    return (
      <Pending
        error={kept.error ?? spaces.error}
        onTryAgain={() => Promise.all([kept.refetch(), spaces.refetch()])}
      />
    )
  if (spaces.data.schools.length === 0) return <NoClass />
  const begin = (
    <ButtonLink look="primary" icon={Plus} href="/spaces/new">
      {say('groups.open')}
    </ButtonLink>
  )
  const archived = spaces.data.spaces.filter((one) => one.archived).length
  return (
    <Page
      title={say('teacher.today')}
      lead={
        <p className={styles['lead']}>
          <Time at={new Date()} as="long" />
        </p>
      }
      width="reading"
      bar={<TeacherBar />}
      action={kept.data.length > 0 && begin}
    >
      <StepAsked withWay />
      <RemarkReports />
      {kept.data.length > 0 ? (
        <Section title={say('groups.counts')}>
          <KeptSpaces kept={kept.data} />
        </Section>
      ) : (
        <EmptyState title={say('teacher.no-space')} action={begin}>
          <p>{say('teacher.no-space-meaning')}</p>
        </EmptyState>
      )}
      {archived > 0 && <Link href="/spaces">{say('teacher.archived-spaces', { count: archived })}</Link>}
    </Page>
  )
}

function NoClass() {
  const { say } = useWords()
  return (
    <Page title={say('teacher.today')} bar={<TeacherBar />} width="reading">
      <EmptyState title={say('teacher.no-class')}>
        <p>{say('teacher.no-class-meaning')}</p>
      </EmptyState>
    </Page>
  )
}
