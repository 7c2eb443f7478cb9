import { CalendarDays } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { CountCompleteness } from '../../communications/contract.ts'
import { CommunicationChoice } from '../../communications/web/communication-choice.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { CountTable } from './count-table.tsx'

/** The schools somebody leads, in counts, each with the way to its own board. */
export function DistrictBoard() {
  const { say, locale } = useWords()
  const [search, setSearch] = useSearchParams()
  const communicationId = search.get('for') ?? undefined
  const { data, error, refetch } = useRead(
    CountCompleteness,
    { query: { communicationId } },
    { refetchOnMount: 'always' },
  )
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const here = data.communications.find(({ id }) => id === data.chosen)
  return (
    <Page
      title={say('communications.board')}
      lead={say('communications.district-lead')}
      bar={<OfficeBar />}
      action={
        data.may.plan && (
          <ButtonLink look="quiet" icon={CalendarDays} href="/office/year">
            {say('communications.set-up')}
          </ButtonLink>
        )
      }
    >
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
          <CountTable
            caption={here.name[locale]}
            head={say('communications.school')}
            rows={data.schools.map((school) => ({
              ...school,
              name: (
                <Link href={`/office/schools/${school.id}/completeness?for=${here.id}`}>{school.name}</Link>
              ),
            }))}
          />
        </>
      )}
    </Page>
  )
}
