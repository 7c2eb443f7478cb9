import { type FormEvent, useRef, useState } from 'react'
import { longestRoundName } from '../../conferences/conference.ts'
import { ListConferenceRounds, OpenConferenceRound } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'

/** A name and the days: learners can prepare from then on. */
export function OpenRoundForm({ classId }: { classId: string }) {
  const { say } = useWords()
  const id = useRef(newId())
  const [name, setName] = useState(say('conferences.round-name-usual'))
  const [days, setDays] = useState({ startsOn: '', endsOn: '' })
  const open = useKeep(OpenConferenceRound, {
    as: 'conferences.round-waits',
    refreshes: [ListConferenceRounds],
    onDone: () => {
      id.current = newId()
      setDays({ startsOn: '', endsOn: '' })
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (open.isPending || !days.startsOn || !days.endsOn) return
    open.mutate({ params: { id: id.current }, body: { classId, name, ...days } })
  }
  return (
    <Section title={say('conferences.open-round')}>
      <form className={styles['form']} onSubmit={send}>
        <Field
          label={say('conferences.round-name')}
          required
          maxLength={longestRoundName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Field
          label={say('conferences.starts-on')}
          type="date"
          required
          value={days.startsOn}
          onChange={(event) => setDays({ ...days, startsOn: event.currentTarget.value })}
        />
        <Field
          label={say('conferences.ends-on')}
          type="date"
          required
          min={days.startsOn}
          value={days.endsOn}
          onChange={(event) => setDays({ ...days, endsOn: event.currentTarget.value })}
        />
        {open.error && <Notice kind="problem">{open.error.message}</Notice>}
        <div>
          <Button type="submit" look="primary" busy={open.isPending}>
            {say('conferences.open-round')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
