import { Plus } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListProviders } from '../../providers/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { ProviderCard } from './provider-card.tsx'
import { ProviderForm } from './provider-form.tsx'
import styles from './providers.module.css'
import { SecondSteps } from './second-steps.tsx'
import { UnmatchedList } from './unmatched-list.tsx'

export type ProvidersHere = Answer<typeof ListProviders>

/** Where the district's people sign in besides here, and who came from there and is nobody yet. */
export function SigningIn() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListProviders, {})
  const forOthers = error instanceof ApiRefusal && error.status === 404
  return (
    <Page title={say('providers.title')} lead={say('providers.lead')} width="reading" bar={<OfficeBar />}>
      {!data && !error && <Loading />}
      {!data && forOthers && <EmptyState title={say('providers.for-office')} />}
      {!data && error && !forOthers && (
        <Notice
          kind="problem"
          title={say('providers.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('people.away-try')}</Button>}
        />
      )}
      {data && <Providers here={data} />}
    </Page>
  )
}

function Providers({ here }: { here: ProvidersHere }) {
  const { say } = useWords()
  const [adding, setAdding] = useState<string>()
  return (
    <>
      <Section title={say('providers.providers')}>
        {here.providers.length === 0 && !adding && <p className={styles['quiet']}>{say('providers.none')}</p>}
        {here.providers.map((provider) => (
          <ProviderCard key={provider.id} provider={provider} />
        ))}
        {adding ? (
          <ProviderForm key={adding} id={adding} onDone={() => setAdding(undefined)} />
        ) : (
          <div>
            <Button icon={Plus} onClick={() => setAdding(v7())}>
              {say('providers.add')}
            </Button>
          </div>
        )}
      </Section>
      <Section title={say('providers.waiting')}>
        <p className={styles['quiet']}>{say('providers.waiting-meaning')}</p>
        <UnmatchedList unmatched={here.unmatched} />
      </Section>
      <Section title={say('providers.step-title')}>
        <SecondSteps />
      </Section>
    </>
  )
}
