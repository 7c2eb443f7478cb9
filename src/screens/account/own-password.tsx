import { type FormEvent, useState } from 'react'
import { ChangePassword, ListSessions } from '../../people/contract.ts'
import { PasswordField } from '../../people/web/keys-form.tsx'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './account.module.css'

const shortest = 8
const nothing = { current: '', next: '' }

/** A new password, shown while it is typed if wanted, instead of typed twice. */
export function OwnPassword() {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const [typed, setTyped] = useState(nothing)
  const [tooShort, setTooShort] = useState(false)
  const changing = useAct(ChangePassword, { refreshes: [ListSessions], onDone: () => setTyped(nothing) })
  const wrong = changing.error instanceof ApiRefusal && changing.error.code === 'wrong_password'

  const change = (event: FormEvent) => {
    event.preventDefault()
    if (changing.isPending) return
    setTooShort(typed.next.length < shortest)
    if (typed.next.length < shortest) return
    changing.mutate({ body: typed })
  }
  return (
    <form className={styles['form']} onSubmit={change} noValidate>
      <PasswordField
        label={say('account.password-now')}
        name="current"
        autoComplete="current-password"
        value={typed.current}
        error={wrong ? refusalWords(changing.error) : undefined}
        onWrite={(current) => setTyped({ ...typed, current })}
      />
      <PasswordField
        label={say('account.password-next')}
        name="next"
        autoComplete="new-password"
        hint={say('account.password-hint', { shortest })}
        value={typed.next}
        error={tooShort ? say('account.password-short', { shortest }) : undefined}
        onWrite={(next) => setTyped({ ...typed, next })}
      />
      <Button type="submit" busy={changing.isPending} className={styles['do']}>
        {say('account.password-change')}
      </Button>
      {changing.isSuccess && <Notice kind="success">{say('account.password-changed')}</Notice>}
      {changing.error && !wrong && <Notice kind="problem">{refusalWords(changing.error)}</Notice>}
    </form>
  )
}
