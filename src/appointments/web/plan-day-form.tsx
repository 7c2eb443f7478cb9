import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioTiles } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import {
  type DayPlan,
  longestLanguage,
  longestPlace,
  meetingWays,
  mostLanguages,
  mostStations,
  planAmiss,
  slotsOf,
} from '../appointment.ts'
import { GetConferencePlan, ListConferenceTimes, PlanConferenceDay } from '../contract.ts'
import styles from './appointments.module.css'
import { useSchoolTime } from './school-time.ts'
import { firstPlan, hoursOf, namesIn, type TypedDay } from './typed-day.ts'
import { wayWords } from './way-words.ts'

type Round = { id: string; startsOn: string; endsOn: string }

/** Days are much alike: the next one begins as the one before was typed. */
export function PlanDayForm({ round }: { round: Round }) {
  const { say, sayDate } = useWords()
  const id = useRef(newId())
  const [typed, setTyped] = useState<TypedDay>({ ...firstPlan, heldOn: round.startsOn })
  const change = (more: Partial<TypedDay>) => setTyped({ ...typed, ...more })
  const plan = useAct(PlanConferenceDay, {
    refreshes: [GetConferencePlan, ListConferenceTimes],
    onDone: () => {
      id.current = newId()
    },
  })
  const hours = hoursOf(typed)
  const isOutside = typed.heldOn < round.startsOn || typed.heldOn > round.endsOn
  const amiss = isOutside || planAmiss(hours) !== undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (amiss || plan.isPending) return
    const { heldOn, way, interpreter } = typed
    const body = { roundId: round.id, heldOn, way, interpreter, ...hours, place: typed.place.trim() }
    plan.mutate({ params: { id: id.current }, body: { ...body, languages: namesIn(typed.languages) } })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <div className={styles['hours']}>
        <Field
          type="date"
          label={say('appointments.day')}
          required
          min={round.startsOn}
          max={round.endsOn}
          value={typed.heldOn}
          error={
            isOutside
              ? say('appointments.outside', {
                  from: sayDate(round.startsOn, 'short'),
                  to: sayDate(round.endsOn, 'short'),
                })
              : undefined
          }
          onChange={(event) => change({ heldOn: event.currentTarget.value })}
        />
        <Field
          type="time"
          label={say('appointments.starts')}
          required
          value={typed.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <Field
          type="time"
          label={say('appointments.ends')}
          required
          value={typed.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
      <Numbers typed={typed} change={change} />
      <RadioTiles
        label={say('appointments.way')}
        value={typed.way}
        onChange={(way) => change({ way })}
        choices={meetingWays.map((way) => ({ value: way, label: say(wayWords[way]) }))}
      />
      {typed.way !== 'phone' && (
        <Field
          label={say(typed.way === 'video' ? 'appointments.place-video' : 'appointments.place')}
          required
          maxLength={longestPlace}
          value={typed.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      )}
      <Field
        label={say('appointments.languages')}
        optional
        maxLength={longestLanguage * mostLanguages}
        value={typed.languages}
        onChange={(event) => change({ languages: event.currentTarget.value })}
      />
      <Checkbox
        label={say('appointments.interpreter-can')}
        checked={typed.interpreter}
        onChange={(event) => change({ interpreter: event.target.checked })}
      />
      <Preview hours={hours} />
      {plan.error && (
        <Notice kind="problem">
          {plan.error instanceof ApiRefusal ? plan.error.sentence : say('appointments.not-sent')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={plan.isPending} disabled={amiss}>
          {say('appointments.plan-it')}
        </Button>
      </div>
    </form>
  )
}

function Numbers({ typed, change }: { typed: TypedDay; change: (more: Partial<TypedDay>) => void }) {
  const { say } = useWords()
  const within = (text: string, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.round(Number(text)) || least))
  return (
    <div className={styles['hours']}>
      <Field
        type="number"
        label={say('appointments.length')}
        min={5}
        max={120}
        value={typed.length}
        onChange={(event) => change({ length: within(event.currentTarget.value, 1, 120) })}
      />
      <Field
        type="number"
        label={say('appointments.break')}
        min={0}
        max={60}
        value={typed.pause}
        onChange={(event) => change({ pause: within(event.currentTarget.value, 0, 60) })}
      />
      <Field
        type="number"
        label={say('appointments.stations')}
        hint={say('appointments.stations-meaning')}
        min={1}
        max={mostStations}
        value={typed.stations}
        onChange={(event) => change({ stations: within(event.currentTarget.value, 1, mostStations) })}
      />
    </div>
  )
}

/** The times that come of it, before anybody is offered them. */
function Preview({ hours }: { hours: DayPlan }) {
  const { say } = useWords()
  const { sayStart } = useSchoolTime()
  const slots = slotsOf(hours)
  const times = [...new Set(slots.map((slot) => slot.fromMinute))].map(sayStart).join(' · ')
  return (
    <output className={styles['preview']}>
      {planAmiss(hours) === 'many' ? (
        say('appointments.preview-many', { count: slots.length })
      ) : (
        <>
          <strong>{say('appointments.preview', { count: slots.length })}</strong>{' '}
          {hours.stations > 1 ? say('appointments.preview-each', { count: hours.stations, times }) : times}
        </>
      )}
    </output>
  )
}
