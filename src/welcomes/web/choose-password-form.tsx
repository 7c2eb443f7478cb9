import { type FormEvent, useState } from 'react'
import { GetMe, ListSessions } from '../../people/contract.ts'
import { PasswordField } from '../../people/web/keys-form.tsx'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ChoosePassword, GetOwnKeys } from '../contract.ts'
import { shortestName, shortestPassword } from '../welcome.ts'
import styles from './choose-password-form.module.css'

/** For a guardian who came in by link and wants a name and a password after all. */
export function ChoosePasswordForm() {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const [typed, setTyped] = useState({ username: '', password: '' })
  const [short, setShort] = useState<'username' | 'password'>()
  const choose = useAct(ChoosePassword, { refreshes: [GetOwnKeys, ListSessions, GetMe] })
  const taken = choose.error instanceof ApiRefusal && choose.error.code === 'invalid'
  const send = (event: FormEvent) => {
    event.preventDefault()
    const username = typed.username.trim()
    const found =
      username.length < shortestName || /\s/.test(username)
        ? 'username'
        : typed.password.length < shortestPassword
          ? 'password'
          : undefined
    setShort(found)
    if (found === undefined && !choose.isPending)
      choose.mutate({ body: { username, password: typed.password } })
  }
  return (
    <form className={styles['form']} onSubmit={send} noValidate>
      <p>{say('welcomes.choose-meaning')}</p>
      <Field
        label={say('welcomes.choose-name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        hint={say('welcomes.choose-name-hint')}
        value={typed.username}
        error={
          short === 'username'
            ? say('welcomes.choose-name-short', { shortest: shortestName })
            : taken
              ? say('welcomes.choose-name-taken')
              : undefined
        }
        onChange={(event) => setTyped({ ...typed, username: event.currentTarget.value })}
      />
      <PasswordField
        label={say('account.password')}
        name="password"
        autoComplete="new-password"
        hint={say('account.password-hint', { shortest: shortestPassword })}
        value={typed.password}
        error={
          short === 'password' ? say('account.password-short', { shortest: shortestPassword }) : undefined
        }
        onWrite={(password) => setTyped({ ...typed, password })}
      />
      <Button type="submit" busy={choose.isPending}>
        {say('welcomes.choose-do')}
      </Button>
      {choose.error && !taken && <Notice kind="problem">{refusalWords(choose.error)}</Notice>}
    </form>
  )
}
