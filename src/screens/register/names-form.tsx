import { type FormEvent, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import type { Names } from '../../register/registered.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

type NamesFormProps = {
  before?: Names
  act: string
  busy: boolean
  error: Error | null
  onKeep: (names: Names) => void
  onLeave: () => void
}

/** The name they go by comes first; the legal one only where it is another. */
export function NamesForm({ before, act, busy, error, onKeep, onLeave }: NamesFormProps) {
  const { say } = useWords()
  const [names, setNames] = useState({
    given: before?.given ?? '',
    family: before?.family ?? '',
    legalGiven: before?.legalGiven ?? '',
    legalFamily: before?.legalFamily ?? '',
  })
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(names.given.trim() === '')
    if (names.given.trim() === '') return
    const { legalGiven, legalFamily, ...usual } = names
    onKeep({ ...usual, legalGiven: legalGiven || null, legalFamily: legalFamily || null })
  }
  const field = (name: keyof typeof names) => ({
    value: names[name],
    maxLength: 100,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setNames({ ...names, [name]: event.target.value }),
  })
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['pair']}>
        <Field
          label={say('register.given')}
          error={missing ? say('register.given-needed') : undefined}
          {...field('given')}
        />
        <Field label={say('register.family-name')} optional {...field('family')} />
        <Field label={say('register.legal-given')} optional {...field('legalGiven')} />
        <Field label={say('register.legal-family')} optional {...field('legalFamily')} />
      </div>
      <p className={styles['quiet']}>{say('register.legal-meaning')}</p>
      <WhyNot error={error} />
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={busy}>
          {act}
        </Button>
        <Button onClick={onLeave}>{say('register.leave-it')}</Button>
      </div>
    </form>
  )
}
