import { type FormEvent, useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, TopBar } from '../../ui/page.tsx'
import { ChangePassword, GetMe } from '../contract.ts'
import styles from './keys-form.module.css'
import { PasswordField } from './keys-form.tsx'
import type { Me } from './me.tsx'
import { signOut } from './sign-out.ts'
import { useRefusalWords } from './why-not.tsx'

const shortest = 8

/**
 * Before anything else: the password somebody came in with was on a paper or typed by the office. One field, shown
 * while it is typed if wanted; whoever has no mind for it now may leave and come back with the same one.
 */
export function ChoosePassword({ me }: { me: Me }) {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const [next, setNext] = useState('')
  const [tooShort, setTooShort] = useState(false)
  const choosing = useAct(ChangePassword, { refreshes: [GetMe] })
  const isSame = choosing.error instanceof ApiRefusal && choosing.error.code === 'invalid'
  const choose = (event: FormEvent) => {
    event.preventDefault()
    if (choosing.isPending) return
    setTooShort(next.length < shortest)
    if (next.length >= shortest) choosing.mutate({ body: { next } })
  }
  const wrong = tooShort
    ? say('account.password-short', { shortest })
    : isSame
      ? say('account.choose-same')
      : undefined
  return (
    <Page
      title={say('account.choose-title', { name: me.givenName })}
      lead={say('account.choose-lead')}
      width="reading"
      bar={<TopBar />}
    >
      <form className={styles['form']} onSubmit={choose} noValidate>
        <PasswordField
          label={say('account.password-next')}
          name="next"
          autoComplete="new-password"
          hint={say('account.choose-hint', { shortest })}
          value={next}
          error={wrong}
          onWrite={setNext}
        />
        {choosing.error && !isSame && <Notice kind="problem">{refusalWords(choosing.error)}</Notice>}
        <div className={styles['actions']}>
          <Button
            type="submit"
            look="primary"
            busy={choosing.isPending || choosing.isSuccess}
            className={styles['enter']}
          >
            {say('account.choose')}
          </Button>
          <Button look="plain" onClick={() => void signOut()}>
            {say('account.choose-later')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
