import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { LetSupportIn, ListSupport } from '../../support/contract.ts'
import { hoursToChoose, longestReason } from '../../support/support.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from '../providers/providers.module.css'

type Named = Answer<typeof ListSupport>['people'][number]

export function LetInForm({ people }: { people: readonly Named[] }) {
  const { say } = useWords()
  const [id] = useState(() => v7())
  const [personId, setPersonId] = useState(people[0]?.id ?? '')
  const [reason, setReason] = useState('')
  const [hours, setHours] = useState<(typeof hoursToChoose)[number]>(2)
  const [looked, setLooked] = useState(false)
  const letIn = useAct(LetSupportIn, { refreshes: [ListSupport] })
  const chosen = people.find((one) => one.id === personId)
  const isEmpty = reason.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setLooked(true)
    if (!isEmpty) letIn.mutate({ params: { id }, body: { personId, reason, hours } })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Select
        label={say('support.who')}
        value={personId}
        onChange={(event) => setPersonId(event.target.value)}
      >
        {people.map(({ id: one, name, host }) => (
          <option key={one} value={one}>
            {say('support.of-host', { name, host })}
          </option>
        ))}
      </Select>
      {chosen && !chosen.hasStep && (
        <Notice kind="note">{say('support.without-step', { name: chosen.name })}</Notice>
      )}
      <Field
        label={say('support.reason')}
        hint={say('support.reason-hint')}
        value={reason}
        maxLength={longestReason}
        error={looked && isEmpty ? say('support.reason-missing') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Segments
        label={say('support.hours')}
        value={String(hours)}
        onChange={(value) => setHours(hoursToChoose.find((one) => String(one) === value) ?? 2)}
        choices={hoursToChoose.map((one) => ({
          value: String(one),
          label: say('support.hours-of', { hours: one }),
        }))}
      />
      <WhyNot error={letIn.error} />
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={letIn.isPending}>
          {say('support.let-in')}
        </Button>
      </div>
    </form>
  )
}
