import { type FormEvent, useState } from 'react'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from '../register/register.module.css'

type NameFormProps = {
  label: string
  hint?: string | undefined
  before?: string
  act: string
  busy: boolean
  error: Error | null
  onKeep: (name: string) => void
  onLeave: () => void
}

/** One name, said or said anew. */
export function NameForm(props: NameFormProps) {
  const { label, hint, before = '', act, busy, error, onKeep, onLeave } = props
  const { say } = useWords()
  const [name, setName] = useState(before)
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') onKeep(name)
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={label}
        hint={hint}
        error={missing ? say('house.name-needed') : undefined}
        value={name}
        maxLength={120}
        autoComplete="off"
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
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
