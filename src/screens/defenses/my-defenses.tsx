import { ListMyDefenses } from '../../defenses/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { HatBar } from '../frameworks/hat-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { DefenseList } from './defense-list.tsx'

/** Presentations of learning that are mine, or on whose panel I sit. */
export function MyDefensesScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListMyDefenses, {}, { refetchOnMount: 'always' })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('defenses.presentations')} width="reading" bar={<HatBar />}>
      {data.length === 0 ? (
        <EmptyState title={say('defenses.none')}>
          <p>{say('defenses.none-mine')}</p>
        </EmptyState>
      ) : (
        <DefenseList defenses={data} />
      )}
    </Page>
  )
}
