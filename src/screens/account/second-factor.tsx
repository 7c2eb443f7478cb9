import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { ListPasskeys } from '../../passkeys/contract.ts'
import { Declined, withShown } from '../../passkeys/web/own-passkey.ts'
import {
  BeginSecondFactor,
  ConfirmSecondFactor,
  EndSecondFactor,
  GetSecondFactor,
} from '../../people/contract.ts'
import { usernameHere } from '../../people/web/arrival.ts'
import { PasswordField } from '../../people/web/keys-form.tsx'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import { PrintedCode } from '../../papers/web/printed-code.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { StepAsked } from '../../second-steps/web/step-asked.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './account.module.css'

/** Six digits from an app beside the password: begun, ended, and what it means. */
export function SecondFactor() {
  const { say } = useWords()
  const { data } = useRead(GetSecondFactor, {})
  const [codes, setCodes] = useState<readonly string[]>()
  if (!data) return null
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
  return data.needed ? (
    <>
      <p>{say('account.factor-on', { count: data.recoveryCodes })}</p>
      <End />
    </>
  ) : (
    <>
      <StepAsked />
      <p>{say('account.factor-meaning')}</p>
      <Begin onConfirmed={setCodes} />
    </>
  )
}

function Begin({ onConfirmed }: { onConfirmed: (codes: readonly string[]) => void }) {
  const { say } = useWords()
  const [id] = useState(() => v7())
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const refusalWords = useRefusalWords()
  const { data: passkeys = [] } = useRead(ListPasskeys, {})
  const begin = useAct(BeginSecondFactor)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '') return
    setProblem(undefined)
    try {
      begin.mutate({ params: { id }, body: await withShown({ password }, passkeys.length > 0) })
    } catch (error) {
      setProblem(error instanceof Declined ? say('account.passkey-none') : refusalWords(error))
    }
  }
  if (begin.data) return <Confirm id={id} secret={begin.data.secret} onConfirmed={onConfirmed} />
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField
        label={say('account.factor-password')}
        name="factor-password"
        autoComplete="current-password"
        value={password}
        error={problem ?? (begin.error ? refusalWords(begin.error) : undefined)}
        onWrite={setPassword}
      />
      {passkeys.length > 0 && <p>{say('account.passkey-show-first')}</p>}
      <Button type="submit" busy={begin.isPending} className={styles['do']}>
        {say('account.factor-begin')}
      </Button>
    </form>
  )
}

type ConfirmProps = { id: string; secret: string; onConfirmed: (codes: readonly string[]) => void }

function Confirm({ id, secret, onConfirmed }: ConfirmProps) {
  const { say } = useWords()
  const [code, setCode] = useState('')
  const sayWhy = useRefusalWords()
  const confirm = useAct(ConfirmSecondFactor, {
    refreshes: [GetSecondFactor],
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  })
  const name = encodeURIComponent(`Cairn:${usernameHere() || location.host}`)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') confirm.mutate({ params: { id }, body: { code } })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{say('account.factor-scan')}</p>
      <svg
        className={styles['code']}
        viewBox="0 0 60 60"
        role="img"
        aria-label={say('account.factor-square')}
      >
        <rect width={60} height={60} fill="#fff" />
        <PrintedCode
          text={`otpauth://totp/${name}?secret=${secret}&issuer=Cairn`}
          at={{ x: 5, y: 5 }}
          size={50}
        />
      </svg>
      <p>{say('account.factor-type')}</p>
      <code className={styles['secret']}>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      <Field
        label={say('account.factor-digits')}
        name="factor-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        error={confirm.error ? sayWhy(confirm.error) : undefined}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" look="primary" busy={confirm.isPending} className={styles['do']}>
        {say('account.factor-confirm')}
      </Button>
    </form>
  )
}

/** Shown this once: only their hashes are kept. */
function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { say } = useWords()
  return (
    <>
      <Notice kind="success" title={say('account.factor-done')}>
        {say('account.factor-codes')}
      </Notice>
      <ul className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>
            <code>{(code.match(/.{1,4}/g) ?? []).join(' ')}</code>
          </li>
        ))}
      </ul>
      <Button className={styles['do']} onClick={onDone}>
        {say('account.factor-kept')}
      </Button>
    </>
  )
}

function End() {
  const { say } = useWords()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const end = useAct(EndSecondFactor, { refreshes: [GetSecondFactor] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && code.trim() !== '') end.mutate({ body: { password, code } })
  }
  const sayWhy = useRefusalWords()
  const why = end.error ? sayWhy(end.error) : undefined
  const isAboutCode = end.error instanceof ApiRefusal && end.error.code === 'wrong_code'
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <PasswordField
        label={say('account.factor-password')}
        name="factor-password"
        autoComplete="current-password"
        value={password}
        error={isAboutCode ? undefined : why}
        onWrite={setPassword}
      />
      <Field
        label={say('account.factor-digits-or-recovery')}
        name="factor-end-code"
        autoComplete="one-time-code"
        maxLength={40}
        value={code}
        error={isAboutCode ? why : undefined}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" look="danger" busy={end.isPending} className={styles['do']}>
        {say('account.factor-end')}
      </Button>
    </form>
  )
}
