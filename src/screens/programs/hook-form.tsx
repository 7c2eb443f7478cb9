import { type FormEvent, useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { AddHook, ListPrograms } from '../../programs/contract.ts'
import { chosenHappenings, type Happening } from '../../programs/program.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Chosen } from './chosen.tsx'
import styles from '../providers/providers.module.css'
import { ShownOnce } from './shown-once.tsx'

const words = {
  'roster.applied': 'programs.event-roster-applied',
  'conference.closed': 'programs.event-conference-closed',
  'hook.tried': 'programs.event-hook-tried',
} as const satisfies Record<Happening, string>
export const wordOf = (event: Happening) => words[event]

type Choice = (typeof chosenHappenings)[number]

/** Where to tell, and when; then what signs the calls, this once. */
export function HookForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { say } = useWords()
  const [address, setAddress] = useState('')
  const [events, setEvents] = useState<readonly Choice[]>([])
  const [looked, setLooked] = useState(false)
  const keep = useAct(AddHook, { refreshes: [ListPrograms] })
  const isWrong = keep.error instanceof ApiRefusal && keep.error.code === 'invalid'
  const eventless = events.length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setLooked(true)
    if (!eventless) keep.mutate({ params: { id }, body: { address, events: [...events] } })
  }
  if (keep.data)
    return <ShownOnce sentence={say('programs.secret-once')} words={keep.data.secret} onSeen={onDone} />
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={say('programs.address')}
        hint={say('programs.address-hint')}
        type="url"
        value={address}
        maxLength={400}
        error={isWrong ? say('programs.address-wrong') : undefined}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Chosen
        legend={say('programs.events')}
        choices={chosenHappenings}
        chosen={events}
        name={(one) => say(wordOf(one))}
        error={looked && eventless ? say('programs.events-missing') : undefined}
        onChange={setEvents}
      />
      {keep.error && !isWrong && <Notice kind="problem">{say('programs.not-reached')}</Notice>}
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say('programs.keep-hook')}
        </Button>
        <Button onClick={onDone}>{say('programs.leave')}</Button>
      </div>
    </form>
  )
}
