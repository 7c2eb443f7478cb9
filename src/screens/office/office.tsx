import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { CountSchool } from '../../schools/contract.ts'
import { StepAsked } from '../../second-steps/web/step-asked.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { AsSupport } from './as-support.tsx'
import { OfficeBar } from './office-bar.tsx'
import { ToSeeTo } from './to-see-to.tsx'
import { FoldedTable } from './school-table.tsx'

/** For those with a duty: how much is documented, and nothing of what. */
export function OfficeScreen() {
  const { say } = useWords()
  const { isSupport } = useMe()
  const { data: schools, error, refetch } = useRead(CountSchool, {})
  return (
    <Page title={say('office.title')} bar={<OfficeBar />}>
      <StepAsked withWay />
      <AsSupport />
      <ToSeeTo />
      {!schools && !error && <Loading />}
      {!schools && error && (
        <Notice
          kind="problem"
          title={say('office.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('people.away-try')}</Button>}
        />
      )}
      {schools?.length === 0 && (
        <EmptyState title={say('office.no-school')}>
          <p>{say('office.no-school-meaning')}</p>
        </EmptyState>
      )}
      {schools && schools.length > 0 && (
        <Section title={say('office.documented-so-far')}>
          <p>{say('office.counts-only')}</p>
          {schools.map((school) => (
            <FoldedTable key={school.school} school={school} of={schools.length} />
          ))}
        </Section>
      )}
      {!isSupport && (
        <div>
          <ButtonLink look="plain" href="/interpreters">
            {say('office.interpreters')}
          </ButtonLink>
        </div>
      )}
    </Page>
  )
}
