import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EndSessionsOf, GetPerson, GiveSignIn } from '../../register/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { newPassword } from './new-password.ts'
import type { Registered } from './person-page.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

/** How they come in, when they last did, and what helps when they cannot. */
export function WaysIn({ person }: { person: Registered }) {
  const { say, sayDate } = useWords()
  const { signIn } = person
  const [giving, setGiving] = useState(false)
  const end = useAct(EndSessionsOf, { refreshes: [GetPerson] })
  const ways = [
    signIn.username === null
      ? say('register.no-username')
      : say('register.username-is', { name: signIn.username }),
    signIn.secondFactor ? say('register.second-factor') : '',
    ...signIn.providers,
    signIn.cards > 0 ? say('register.cards', { count: signIn.cards }) : '',
    signIn.familyLink ? say('register.family-link') : '',
  ]
  return (
    <Section title={say('register.ways-in')}>
      <p>{ways.filter(Boolean).join(' · ')}</p>
      <p className={styles['quiet']}>
        {signIn.lastAt === null
          ? say('register.never-in')
          : say('register.last-in', { moment: sayDate(signIn.lastAt, 'moment') })}
        {' · '}
        {say('register.sessions', { count: signIn.sessions })}
      </p>
      {giving ? (
        <GiveForm person={person} onDone={() => setGiving(false)} />
      ) : (
        <div className={styles['acts']}>
          <Button icon={KeyRound} onClick={() => setGiving(true)}>
            {say(signIn.username === null ? 'register.give-username' : 'register.give-password')}
          </Button>
          {signIn.sessions > 0 && (
            <Button busy={end.isPending} onClick={() => end.mutate({ params: { id: person.id } })}>
              {say('register.end-sessions')}
            </Button>
          )}
        </div>
      )}
      {end.isSuccess && (
        <Notice kind="success">{say('register.sessions-ended', { count: end.data.ended })}</Notice>
      )}
      <WhyNot error={end.error} />
    </Section>
  )
}

/** The password is made here and shown this once; the server keeps no more than how to check it. */
function GiveForm({ person, onDone }: { person: Registered; onDone: () => void }) {
  const { say } = useWords()
  const [password] = useState(newPassword)
  const [username, setUsername] = useState('')
  const [endsSecondFactor, setEnds] = useState(false)
  const give = useAct(GiveSignIn, { refreshes: [GetPerson] })
  const needsName = person.signIn.username === null && !give.isSuccess
  const named = needsName ? { username: username.trim() } : {}
  return (
    <div className={styles['form']}>
      {give.isSuccess ? (
        <Notice kind="success" title={say('register.given-now')}>
          {say('register.given-meaning', { name: person.name })}
        </Notice>
      ) : (
        <p>{say('register.give-meaning', { name: person.name })}</p>
      )}
      {needsName && (
        <Field
          label={say('register.username')}
          hint={say('register.username-hint')}
          value={username}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          onChange={(event) => setUsername(event.target.value)}
        />
      )}
      {give.isSuccess && <p className={styles['password']}>{password}</p>}
      {person.signIn.secondFactor && !give.isSuccess && (
        <Checkbox
          label={say('register.end-factor')}
          hint={say('register.end-factor-hint')}
          checked={endsSecondFactor}
          onChange={(event) => setEnds(event.currentTarget.checked)}
        />
      )}
      <WhyNot error={give.error} />
      <div className={styles['acts']}>
        {!give.isSuccess && (
          <Button
            look="primary"
            busy={give.isPending}
            onClick={() =>
              give.mutate({ params: { id: person.id }, body: { password, endsSecondFactor, ...named } })
            }
          >
            {say('register.give-do')}
          </Button>
        )}
        <Button onClick={onDone}>{say(give.isSuccess ? 'register.noted' : 'register.leave-it')}</Button>
      </div>
    </div>
  )
}
