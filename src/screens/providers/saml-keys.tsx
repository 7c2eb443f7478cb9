import { useState } from 'react'
import { v7 } from 'uuid'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { MakeProviderKey, SwitchProviderKey } from '../../provider-keys/contract.ts'
import { ListProviders } from '../../providers/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import styles from './providers.module.css'
import type { ProvidersHere } from './signing-in.tsx'

/** Our key with a SAML provider; while it is renewed, the old one and the new one stand side by side. */
export function SamlKeys({ provider }: { provider: ProvidersHere['providers'][number] }) {
  const { say, sayDate } = useWords()
  const [keyId, setKeyId] = useState(() => v7())
  const making = useAct(MakeProviderKey, { refreshes: [ListProviders], onDone: () => setKeyId(v7()) })
  const switching = useAct(SwitchProviderKey, { refreshes: [ListProviders] })
  const { id, keyMadeAt, nextKey } = provider
  const day = (moment: string) => sayDate(moment, 'long')
  return (
    <div className={styles['keys']}>
      <p className={styles['quiet']}>
        {keyMadeAt ? say('providers.key', { day: day(keyMadeAt) }) : say('providers.key-none')}
        {nextKey && ` ${say('providers.key-next', { day: day(nextKey.madeAt) })}`}
      </p>
      {nextKey && <code className={styles['address']}>{`${location.origin}/door/${id}/metadata`}</code>}
      {nextKey ? (
        <SureButton
          word={say('providers.key-use')}
          asks={say('providers.key-sure')}
          yes={say('providers.key-yes')}
          no={say('providers.key-no')}
          busy={switching.isPending}
          onSure={() => switching.mutate({ params: { id: nextKey.id } })}
        />
      ) : (
        <div>
          <Button
            busy={making.isPending}
            onClick={() => making.mutate({ params: { id: keyId }, body: { providerId: id } })}
          >
            {say('providers.key-make')}
          </Button>
        </div>
      )}
      {(making.error ?? switching.error) && <Notice kind="problem">{say('providers.not-reached')}</Notice>}
    </div>
  )
}
