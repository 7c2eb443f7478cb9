import { type FormEvent, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from '../register/register.module.css'
import { WhyNot } from '../../people/web/why-not.tsx'

export type NamedDays = { name: string; opensOn: string; closesOn: string }

type NamedDaysFormProps = {
  begun: NamedDays
  label: string
  longest: number
  act: string
  busy: boolean
  error: Error | null
  onKeep: (said: NamedDays) => void
  onLeave: () => void
}

/** What is called something, from its first day to its last: a class, or a term. */
export function NamedDaysForm(props: NamedDaysFormProps) {
  const { begun, label, longest, act, busy, error, onKeep, onLeave } = props
  const { say } = useWords()
  const [{ name, opensOn, closesOn }, setSaid] = useState(begun)
  const isWhole = name.trim() !== '' && opensOn !== '' && closesOn >= opensOn
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole) onKeep({ name, opensOn, closesOn })
  }
  const change = (next: Partial<NamedDays>) => setSaid({ name, opensOn, closesOn, ...next })
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={label}
        maxLength={longest}
        value={name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <div className={styles['pair']}>
        <Field
          label={say('classes.opens')}
          type="date"
          value={opensOn}
          onChange={(event) => change({ opensOn: event.target.value })}
        />
        <Field
          label={say('classes.closes')}
          type="date"
          value={closesOn}
          onChange={(event) => change({ closesOn: event.target.value })}
        />
      </div>
      <WhyNot error={error} />
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={busy} disabled={!isWhole}>
          {act}
        </Button>
        <Button onClick={onLeave}>{say('register.leave-it')}</Button>
      </div>
    </form>
  )
}
