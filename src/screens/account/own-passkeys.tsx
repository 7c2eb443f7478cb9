import { type FormEvent, useState } from 'react'
import { ListPasskeys } from '../../passkeys/contract.ts'
import { knowsPasskeys } from '../../passkeys/web/device-passkey.ts'
import { Declined, useOwnPasskeys } from '../../passkeys/web/own-passkey.ts'
import { GetSecondFactor } from '../../people/contract.ts'
import { PasswordField } from '../../people/web/keys-form.tsx'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './account.module.css'

type Passkey = Answer<typeof ListPasskeys>[number]

/** A key on this device instead of the password: made, listed, ended. */
export function OwnPasskeys() {
  const { say } = useWords()
  const { data: passkeys } = useRead(ListPasskeys, {})
  const { data: factor } = useRead(GetSecondFactor, {})
  const [open, setOpen] = useState<Passkey | 'new'>()
  if (!passkeys || !factor) return null
  const close = () => setOpen(undefined)
  const form = {
    hasPasskeys: passkeys.length > 0,
    needsCode: factor.needed && passkeys.length === 0,
    onDone: close,
  }
  return (
    <>
      <p>{say('account.passkey-meaning')}</p>
      <ul className={styles['codes']}>
        {passkeys.map((one) => (
          <li key={one.id}>
            {one.name} · <Time at={one.lastUsedAt ?? one.madeAt} />{' '}
            <Button
              look="plain"
              aria-label={say('account.passkey-end-name', { name: one.name })}
              onClick={() => setOpen(one)}
            >
              {say('account.passkey-end')}
            </Button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <PasskeyForm
          key={open === 'new' ? open : open.id}
          passkey={open === 'new' ? undefined : open}
          {...form}
        />
      )}
      {open === undefined && knowsPasskeys() && (
        <Button className={styles['do']} onClick={() => setOpen('new')}>
          {say('account.passkey-make')}
        </Button>
      )}
      {!knowsPasskeys() && <p>{say('account.passkey-unknown')}</p>}
    </>
  )
}

type PasskeyFormProps = {
  passkey: Passkey | undefined
  hasPasskeys: boolean
  needsCode: boolean
  onDone: () => void
}

function PasskeyForm({ passkey, hasPasskeys, needsCode, onDone }: PasskeyFormProps) {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const own = useOwnPasskeys(hasPasskeys)
  const [typed, setTyped] = useState({ name: '', password: '', code: '' })
  const [step, setStep] = useState<{ busy: boolean; problem?: string }>({ busy: false })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.password === '' || step.busy) return
    setStep({ busy: true })
    try {
      const proof = { password: typed.password, ...(needsCode ? { code: typed.code } : {}) }
      await (passkey
        ? own.end(proof, passkey.id)
        : own.make(proof, typed.name.trim() || say('account.passkey-here')))
      onDone()
    } catch (error) {
      setStep({
        busy: false,
        problem: error instanceof Declined ? say('account.passkey-none') : refusalWords(error),
      })
    }
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      {!passkey && (
        <Field
          label={say('account.passkey-name')}
          hint={say('account.passkey-name-hint')}
          maxLength={80}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
      )}
      <PasswordField
        label={say('account.factor-password')}
        name="passkey-password"
        autoComplete="current-password"
        value={typed.password}
        error={step.problem}
        onWrite={(password) => setTyped({ ...typed, password })}
      />
      {needsCode && (
        <Field
          label={say('account.factor-digits-or-recovery')}
          autoComplete="one-time-code"
          maxLength={40}
          value={typed.code}
          onChange={(event) => setTyped({ ...typed, code: event.target.value })}
        />
      )}
      {hasPasskeys && <p>{say('account.passkey-show-first')}</p>}
      <Button type="submit" look={passkey ? 'danger' : 'primary'} busy={step.busy} className={styles['do']}>
        {passkey ? say('account.passkey-end-sure', { name: passkey.name }) : say('account.passkey-make-here')}
      </Button>
    </form>
  )
}
