import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListPrograms } from '../../programs/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { HookList } from './hook-list.tsx'
import { KeyList } from './key-list.tsx'

export type ProgramsHere = Answer<typeof ListPrograms>

/** Which programs of the district read from here, and which are told of things. */
export function ProgramsScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListPrograms, {})
  const forOthers = error instanceof ApiRefusal && error.status === 404
  return (
    <Page title={say('programs.title')} lead={say('programs.lead')} width="reading" bar={<OfficeBar />}>
      {!data && !error && <Loading />}
      {!data && forOthers && <EmptyState title={say('programs.for-office')} />}
      {!data && error && !forOthers && (
        <Notice
          kind="problem"
          title={say('programs.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('people.away-try')}</Button>}
        />
      )}
      {data && <KeyList keys={data.keys} />}
      {data && <HookList hooks={data.hooks} />}
      {data && (
        <Section title={say('programs.for-programmers')}>
          <p>
            <a href="/api/programs.md">{say('programs.guide')}</a> ·{' '}
            <a href="/api/district/openapi.json">{say('programs.machine')}</a>
          </p>
        </Section>
      )}
    </Page>
  )
}
