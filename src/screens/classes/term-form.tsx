import { type FormEvent, useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { KeepTerm, ListKeptClasses } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from '../register/register.module.css'
import { WhyNot } from '../register/why-not.tsx'
import type { Term } from './classes.tsx'

type TermFormProps = { id: string; schoolId: string; before?: Term | undefined; onDone: () => void }

export function TermForm({ id, schoolId, before, onDone }: TermFormProps) {
  const { say } = useWords()
  const [name, setName] = useState(before?.name ?? '')
  const [opensOn, setOpensOn] = useState(before?.opensOn ?? '')
  const [closesOn, setClosesOn] = useState(before?.closesOn ?? '')
  const keep = useAct(KeepTerm, { refreshes: [ListKeptClasses], onDone })
  const isWhole = name.trim() !== '' && opensOn !== '' && closesOn >= opensOn
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole) keep.mutate({ params: { id }, body: { schoolId, name, opensOn, closesOn } })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={say('classes.term-name')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className={styles['pair']}>
        <Field
          label={say('classes.opens')}
          type="date"
          value={opensOn}
          onChange={(event) => setOpensOn(event.target.value)}
        />
        <Field
          label={say('classes.closes')}
          type="date"
          value={closesOn}
          onChange={(event) => setClosesOn(event.target.value)}
        />
      </div>
      <WhyNot error={keep.error} />
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={keep.isPending} disabled={!isWhole}>
          {say('classes.term-keep')}
        </Button>
        <Button onClick={onDone}>{say('register.leave-it')}</Button>
      </div>
    </form>
  )
}
