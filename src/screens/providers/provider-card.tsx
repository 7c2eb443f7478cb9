import { PlugZap } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { CloseProvider, ListProviders, ListWaysIn, TryProvider } from '../../providers/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { SamlKeys } from './saml-keys.tsx'
import { ProviderForm } from './provider-form.tsx'
import styles from './providers.module.css'
import type { ProvidersHere } from './signing-in.tsx'

/** What a test cannot try for itself: how what we ask goes out, and how what came last came in. */
function Sealing({ tried: { signs, latest } }: { tried: Answer<typeof TryProvider> }) {
  const { say, sayDate } = useWords()
  const came = latest && { day: sayDate(latest.at, 'long') }
  return (
    <ul className={styles['sealing']}>
      <li>{say(signs ? 'providers.tried-signs' : 'providers.tried-unsigned')}</li>
      <li>
        {came
          ? say(latest.encrypted ? 'providers.tried-encrypted' : 'providers.tried-plain', came)
          : say('providers.tried-nobody')}
      </li>
    </ul>
  )
}

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
        <SureButton
          word={say('providers.close')}
          look="danger"
          asks={say('providers.close-sure', { count: provider.linked })}
          yes={say('providers.close-yes')}
          no={say('providers.close-no')}
          busy={closing.isPending}
          onSure={() => closing.mutate({ params })}
        />
      </div>
      {provider.kind === 'saml' && <SamlKeys provider={provider} />}
      {trying.data && (
        <Notice kind={problem ? 'problem' : 'success'}>
          {say(
            problem
              ? `providers.problem-${problem}`
              : provider.kind === 'saml'
                ? 'providers.answers-saml'
                : 'providers.answers',
          )}
          {provider.kind === 'saml' && !problem && <Sealing tried={trying.data} />}
        </Notice>
      )}
      {(trying.error ?? closing.error) && <Notice kind="problem">{say('providers.not-reached')}</Notice>}
    </article>
  )
}
