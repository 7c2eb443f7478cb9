import { PlugZap } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { CloseProvider, ListProviders, ListWaysIn, TryProvider } from '../../providers/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProviderForm } from './provider-form.tsx'
import styles from './providers.module.css'
import type { ProvidersHere } from './signing-in.tsx'

export function ProviderCard({ provider }: { provider: ProvidersHere['providers'][number] }) {
  const { say } = useWords()
  const [revising, setRevising] = useState(false)
  const trying = useAct(TryProvider)
  const closing = useAct(CloseProvider, { refreshes: [ListProviders, ListWaysIn] })
  const params = { id: provider.id }
  if (revising) return <ProviderForm id={provider.id} before={provider} onDone={() => setRevising(false)} />
  const problem = trying.data?.problem
  return (
    <article className={styles['card']}>
      <h3>{provider.name}</h3>
      <p className={styles['quiet']}>
        {provider.issuer} · {say('providers.linked', { count: provider.linked })}
      </p>
      <div className={styles['acts']}>
        <Button icon={PlugZap} busy={trying.isPending} onClick={() => trying.mutate({ params })}>
          {say('providers.try')}
        </Button>
        <Button onClick={() => setRevising(true)}>{say('providers.revise')}</Button>
        <Button look="danger" busy={closing.isPending} onClick={() => closing.mutate({ params })}>
          {say('providers.close')}
        </Button>
      </div>
      {trying.isSuccess && (
        <Notice kind={problem ? 'problem' : 'success'}>
          {say(
            problem
              ? `providers.problem-${problem}`
              : provider.kind === 'saml'
                ? 'providers.answers-saml'
                : 'providers.answers',
          )}
        </Notice>
      )}
      {(trying.error ?? closing.error) && <Notice kind="problem">{say('providers.not-reached')}</Notice>}
    </article>
  )
}
