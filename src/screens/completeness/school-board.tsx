import { useSearchParams } from 'wouter'
import { CountCompleteness, GetSchoolCompleteness } from '../../communications/contract.ts'
import { type Communication, CommunicationChoice } from '../../communications/web/communication-choice.tsx'
import { InviteMissing } from '../../communications/web/invite-missing.tsx'
import { MissingLearners } from '../../communications/web/missing-learners.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { CountTable } from './count-table.tsx'
import styles from './completeness.module.css'

type Board = Answer<typeof GetSchoolCompleteness>

/** A school, for those who lead it: counts by class, and who is still to come, by name and nothing more. */
export function SchoolBoard({ params }: ScreenProps) {
  const { say, locale } = useWords()
  const id = params['id'] ?? ''
  const [search, setSearch] = useSearchParams()
  const communicationId = search.get('for') ?? undefined
  const { data, error, refetch } = useRead(
    GetSchoolCompleteness,
    { params: { id }, query: { communicationId } },
    { refetchOnMount: 'always' },
  )
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const here = data.communications.find((one) => one.id === data.chosen)
  return (
    <Page title={data.school.name} lead={say('communications.school-lead')} bar={<OfficeBar />}>
      {!here ? (
        <EmptyState title={say('communications.no-plan')}>
          <p>{say('communications.no-plan-meaning')}</p>
        </EmptyState>
      ) : (
        <>
          <CommunicationChoice
            communications={data.communications}
            chosen={data.chosen}
            onChoose={(chosen) => setSearch({ for: chosen }, { replace: true })}
          />
          <CountTable caption={here.name[locale]} head={say('communications.class')} rows={data.classes} />
          {here.asks.length > 0 && here.standing !== 'coming' && <StillToCome board={data} here={here} />}
        </>
      )}
    </Page>
  )
}

function StillToCome({ board, here }: { board: Board; here: Communication }) {
  const { say } = useWords()
  const missing = board.learners - board.complete
  if (missing === 0) {
    return (
      <EmptyState title={say('communications.everyone-said')}>
        <p>{say('communications.everyone-said-meaning')}</p>
      </EmptyState>
    )
  }
  return (
    <Section title={say('communications.missing-count', { count: missing })}>
      {board.may.remind && (
        <InviteMissing
          key={here.id}
          place="school"
          id={board.school.id}
          communicationId={here.id}
          count={missing - board.reminded}
          refreshes={[GetSchoolCompleteness, CountCompleteness]}
        />
      )}
      <div className={styles['classes']}>
        {board.classes
          .filter((one) => one.missing.length > 0)
          .map((one) => (
            <details key={one.id} className={styles['class']}>
              <summary>
                <strong>{one.name}</strong>
                <small>{say('communications.missing-count', { count: one.missing.length })}</small>
              </summary>
              <MissingLearners missing={one.missing} asks={here.asks} />
            </details>
          ))}
      </div>
    </Section>
  )
}
