import { type FormEvent, useState } from 'react'
import { dayOf } from '../../platform/web/dates.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetKeptClass, KeepClass, ListKeptClasses } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from '../register/register.module.css'
import { WhyNot } from '../register/why-not.tsx'

type ClassFormProps = {
  id: string
  schoolId: string
  before?: { name: string; opensOn: string; closesOn: string }
  closesOn?: string | undefined
  onDone: () => void
}

export function ClassForm({ id, schoolId, before, closesOn, onDone }: ClassFormProps) {
  const { say } = useWords()
  const [said, setSaid] = useState({
    name: before?.name ?? '',
    opensOn: before?.opensOn ?? dayOf(),
    closesOn: before?.closesOn ?? closesOn ?? '',
  })
  const keep = useAct(KeepClass, { refreshes: [ListKeptClasses, GetKeptClass], onDone })
  const isWhole = said.name.trim() !== '' && said.opensOn !== '' && said.closesOn >= said.opensOn
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole) keep.mutate({ params: { id }, body: { schoolId, ...said } })
  }
  const field = (name: keyof typeof said) => ({
    value: said[name],
    onChange: (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value }),
  })
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field label={say('classes.name')} maxLength={120} {...field('name')} />
      <div className={styles['pair']}>
        <Field label={say('classes.opens')} type="date" {...field('opensOn')} />
        <Field label={say('classes.closes')} type="date" {...field('closesOn')} />
      </div>
      <WhyNot error={keep.error} />
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={keep.isPending} disabled={!isWhole}>
          {say(before ? 'classes.keep' : 'classes.open-do')}
        </Button>
        <Button onClick={onDone}>{say('register.leave-it')}</Button>
      </div>
    </form>
  )
}
