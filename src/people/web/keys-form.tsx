import { Eye, EyeOff } from 'lucide-react'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { arrive, type Keys } from './arrival.ts'
import styles from './keys-form.module.css'
import type { Me } from './me.tsx'
import { useRefusalWords } from './why-not.tsx'

type KeysFormProps = {
  username?: string
  onArrived: (me: Me) => Promise<void> | void
  /** Beside the button. */
  children?: ReactNode
}

/** What the server says when the password is right and something is still missing. */
const secondFactor = new Set(['code_needed', 'wrong_code'])

/** A name and a password. What was typed stays whatever happens; the sentence stands where the eye is. */
export function KeysForm({ username = '', onArrived, children }: KeysFormProps) {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const [keys, setKeys] = useState<Keys>({ username, password: '' })
  const [code, setCode] = useState<string>()
  const [step, setStep] = useState<{ busy: boolean; problem?: string; place?: keyof Keys | 'code' }>({
    busy: false,
  })
  const form = useRef<HTMLFormElement>(null)

  const stop = (place: keyof Keys, problem: string) => {
    setStep({ busy: false, problem, place })
    form.current?.querySelector<HTMLInputElement>(`[name=${place}]`)?.focus()
  }
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (step.busy) return
    if (!keys.username.trim()) return stop('username', say('sign-in.name-needed'))
    if (!keys.password) return stop('password', say('sign-in.password-needed'))
    setStep({ busy: true })
    try {
      await onArrived(await arrive(keys, code))
    } catch (error) {
      if (error instanceof ApiRefusal && secondFactor.has(error.code)) {
        // asked for the first time there is nothing wrong yet
        setCode(code ?? '')
        return setStep({ busy: false, problem: refusalWords(error), place: 'code' })
      }
      stop('password', refusalWords(error))
    }
  }
  const problemAt = (place: keyof Keys | 'code') => (step.place === place ? step.problem : undefined)
  return (
    <form ref={form} className={styles['form']} onSubmit={(event) => void enter(event)} noValidate>
      <Field
        label={say('sign-in.name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        value={keys.username}
        error={problemAt('username')}
        onChange={(event) => setKeys({ ...keys, username: event.target.value })}
      />
      <PasswordField
        label={say('sign-in.password')}
        name="password"
        autoComplete="current-password"
        value={keys.password}
        error={problemAt('password')}
        onWrite={(password) => setKeys({ ...keys, password })}
      />
      {code !== undefined && (
        <Field
          label={say('sign-in.digits')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          // the next thing to type, asked for just now
          autoFocus
          value={code}
          error={problemAt('code')}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <div className={styles['actions']}>
        <Button type="submit" look="primary" busy={step.busy} className={styles['enter']}>
          {say('sign-in.enter')}
        </Button>
        {children}
      </div>
    </form>
  )
}

type PasswordFieldProps = {
  label: string
  name: string
  autoComplete: string
  value: string
  hint?: string
  error: string | undefined
  onWrite: (password: string) => void
}

/** Can be shown while it is typed: fewer mistakes, and fewer locked names. */
export function PasswordField({ onWrite, ...field }: PasswordFieldProps) {
  const { say } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <div className={styles['password']}>
      <Field
        {...field}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={1000}
        onChange={(event) => onWrite(event.target.value)}
      />
      <Button
        look="plain"
        icon={shown ? EyeOff : Eye}
        className={styles['show']}
        onClick={() => setShown(!shown)}
      >
        {say(shown ? 'sign-in.hide-password' : 'sign-in.show-password')}
      </Button>
    </div>
  )
}
