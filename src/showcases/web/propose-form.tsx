import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { endIn } from '../../platform/web/day-minutes.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListShowcases, ProposeShowcase } from '../contract.ts'
import { longestPasscode, shortestPasscode } from '../showcase.ts'
import styles from './showcases.module.css'

/** Until which day and time, and with a passcode if wanted. */
export function ProposeForm({ collectionId }: { collectionId: string }) {
  const { say } = useWords()
  const [id, setId] = useState(newId)
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [passcode, setPasscode] = useState('')
  const [empty, setEmpty] = useState(false)
  const propose = useKeep(ProposeShowcase, {
    as: 'showcases.waiting',
    refreshes: [ListShowcases],
    onDone: () => {
      setId(newId())
      setDay('')
      setTime('')
      setPasscode('')
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(day === '')
    if (day === '' || propose.isPending) return
    const said = passcode.trim()
    const closesAtMinute = endIn(time)
    propose.mutate({
      params: { id },
      body: {
        collectionId,
        closesOn: day,
        ...(closesAtMinute === undefined ? {} : { closesAtMinute }),
        ...(said ? { passcode: said } : {}),
      },
    })
  }
  return (
    <form className={styles['form']} onSubmit={send} noValidate>
      <div className={styles['row']}>
        <Field
          label={say('showcases.closes-on')}
          type="date"
          value={day}
          error={empty ? say('showcases.day-first') : undefined}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Field
          label={say('showcases.closes-at')}
          hint={say('showcases.closes-at-hint')}
          optional
          type="time"
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </div>
      <Field
        label={say('showcases.passcode')}
        hint={say('showcases.passcode-hint', { count: shortestPasscode })}
        optional
        autoComplete="off"
        minLength={shortestPasscode}
        maxLength={longestPasscode}
        value={passcode}
        onChange={(event) => setPasscode(event.currentTarget.value)}
      />
      {propose.error && <Notice kind="problem">{sentenceFor(propose.error, say)}</Notice>}
      <Button type="submit" look="primary" busy={propose.isPending}>
        {say('showcases.ask')}
      </Button>
    </form>
  )
}

function sentenceFor(error: Error, say: ReturnType<typeof useWords>['say']): string {
  if (!(error instanceof ApiRefusal)) return say('showcases.not-kept')
  return error.code === 'invalid' ? say('showcases.look-again') : error.sentence
}
