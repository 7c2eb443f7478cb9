import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { KeepProvider, ListProviders, ListWaysIn } from '../../providers/contract.ts'
import { type Identifier, identifiers, namesSignOut, providerKinds } from '../../providers/provider.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioTiles } from '../../ui/choices.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { decidedOf, type Typed, typedOf } from './provider-draft.ts'
import styles from './providers.module.css'
import { SamlFields } from './saml-fields.tsx'
import type { ProvidersHere } from './signing-in.tsx'

type Before = ProvidersHere['providers'][number]
type ProviderFormProps = { id: string; before?: Before; onDone: () => void }

/** What the district's provider asks to be told, and what Cairn asks to be told of it. */
export function ProviderForm({ id, before, onDone }: ProviderFormProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState<Typed>(() => typedOf(before))
  const [revisionId] = useState(() => v7())
  const keep = useAct(KeepProvider, { refreshes: [ListProviders, ListWaysIn], onDone })
  const { kind } = typed
  const set = (changes: Partial<Typed>) => setTyped({ ...typed, ...changes })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate({ params: { id }, body: { ...decidedOf(typed), revisionId } })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <RadioTiles
        label={say('providers.kind')}
        value={kind}
        onChange={(chosen) => set({ kind: chosen })}
        choices={providerKinds.map((value) => ({ value, label: say(`providers.kind-${value}`) }))}
      />
      <Field
        label={say('providers.name')}
        hint={say('providers.name-hint')}
        value={typed.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      {kind === 'openid' && (
        <Field
          label={say('providers.issuer')}
          type="url"
          value={typed.issuer}
          onChange={(event) => set({ issuer: event.target.value })}
        />
      )}
      {kind === 'entra' && (
        <Field
          label={say('providers.tenant')}
          value={typed.tenant}
          onChange={(event) => set({ tenant: event.target.value })}
        />
      )}
      {kind === 'google' && (
        <Field
          label={say('providers.domains')}
          hint={say('providers.domains-hint')}
          value={typed.domains}
          onChange={(event) => set({ domains: event.target.value })}
        />
      )}
      {kind === 'saml' ? (
        <SamlFields id={id} typed={typed} onChange={set} />
      ) : (
        <ClientFields id={id} typed={typed} isNew={!before} onChange={set} />
      )}
      <Matching typed={typed} onChange={set} />
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal && keep.error.code === 'invalid'
            ? say('providers.invalid')
            : say('providers.not-reached')}
        </Notice>
      )}
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say('providers.keep')}
        </Button>
        <Button onClick={onDone}>{say('providers.leave')}</Button>
      </div>
    </form>
  )
}

type ClientProps = {
  id: string
  typed: Typed
  isNew: boolean
  onChange: (changes: Partial<Typed>) => void
}

/** What OpenID Connect wants on either side. */
function ClientFields({ id, typed, isNew, onChange }: ClientProps) {
  const { say } = useWords()
  return (
    <>
      <Field
        label={say('providers.client-id')}
        value={typed.clientId}
        autoComplete="off"
        onChange={(event) => onChange({ clientId: event.target.value })}
      />
      <Field
        label={say('providers.client-secret')}
        hint={isNew ? undefined : say('providers.secret-stays')}
        type="password"
        autoComplete="off"
        value={typed.clientSecret}
        onChange={(event) => onChange({ clientSecret: event.target.value })}
      />
      <p className={styles['quiet']}>{say('providers.back-address')}</p>
      <code className={styles['address']}>{`${location.origin}/door/${id}/back`}</code>
      {namesSignOut(typed.kind) && <LeavingFields id={id} typed={typed} onChange={onChange} />}
    </>
  )
}

/** Whether people may sign out there too, and where the provider says that somebody has. */
function LeavingFields({ id, typed, onChange }: Omit<ClientProps, 'isNew'>) {
  const { say } = useWords()
  return (
    <>
      <Checkbox
        label={say('providers.offers-sign-out')}
        checked={typed.offersSignOut}
        onChange={(event) => onChange({ offersSignOut: event.target.checked })}
      />
      {typed.offersSignOut && (
        <>
          <p className={styles['quiet']}>{say('providers.left-address')}</p>
          <code className={styles['address']}>{`${location.origin}/door/${id}/left`}</code>
        </>
      )}
      <p className={styles['quiet']}>{say('providers.logout-address')}</p>
      <code className={styles['address']}>{`${location.origin}/door/${id}/logout`}</code>
    </>
  )
}

type MatchingProps = { typed: Typed; onChange: (changes: Partial<Typed>) => void }

/** How somebody's first sign-in finds who they are; never by an e-mail address. */
function Matching({ typed, onChange }: MatchingProps) {
  const { say } = useWords()
  return (
    <>
      <Select
        label={say('providers.identifier')}
        hint={say('providers.identifier-hint')}
        value={typed.identifier}
        onChange={(event) => onChange({ identifier: event.target.value as Identifier | '' })}
      >
        <option value="">{say('providers.identifier-none')}</option>
        {identifiers.map((value) => (
          <option key={value} value={value}>
            {say(`providers.identifier-${value}`)}
          </option>
        ))}
      </Select>
      {typed.identifier !== '' && (
        <Field
          label={say(typed.kind === 'saml' ? 'providers.attribute' : 'providers.claim')}
          hint={say('providers.claim-hint')}
          value={typed.claim}
          onChange={(event) => onChange({ claim: event.target.value })}
        />
      )}
    </>
  )
}
