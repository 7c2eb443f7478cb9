import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../../platform/new-id.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { standsTo } from '../appointment.ts'
import { BookSlot, ListConferenceTimes } from '../contract.ts'
import styles from './appointments.module.css'
import type { ChildTimes, Times } from './booked-time.tsx'
import { Details, detailsOf, saidIn } from './details.tsx'
import { useSchoolTime } from './school-time.ts'
import { wayWords } from './way-words.ts'

type Time = ChildTimes['times'][number]

/** The free times of one child's round, day by day, and a few words to go with the one that is taken. */
export function ChooseTime({ child, all }: { child: ChildTimes; all: Times }) {
  const { say } = useWords()
  const { sayWhen } = useSchoolTime()
  const id = useRef(newId())
  const [slotId, setSlotId] = useState('')
  const [details, setDetails] = useState(() => detailsOf(child))
  const { refetch } = useRead(ListConferenceTimes, {})
  const take = useAct(BookSlot, { refreshes: [ListConferenceTimes] })
  const times = timesOf(child)
  const chosen = times.find((time) => time.slotId === slotId)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen || take.isPending) return
    const body = {
      slotId: chosen.slotId,
      learnerId: child.learner.id,
      replaces: child.booking?.id ?? null,
      ...saidIn(details),
    }
    take.mutate({ params: { id: id.current }, body }, { onError: () => void refetch() })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <h3>{say('appointments.choose', { name: child.learner.givenName })}</h3>
      {take.error && (
        <Notice kind="problem">
          {take.error instanceof ApiRefusal ? take.error.sentence : say('appointments.not-sent')}
        </Notice>
      )}
      {times.length === 0 ? (
        <p>{say('appointments.no-times')}</p>
      ) : (
        <TimesByDay child={child} all={all} times={times} slotId={slotId} onChoose={setSlotId} />
      )}
      {times.length > 0 && (
        <>
          <Details
            details={details}
            languages={[...new Set(times.flatMap((time) => time.languages))]}
            byPhone={chosen?.way === 'phone'}
            onChange={setDetails}
          />
          <div className={styles['take']} data-chosen={chosen ? '' : undefined}>
            <Button type="submit" look="primary" wide busy={take.isPending} disabled={!chosen}>
              {chosen
                ? say('appointments.take', { when: sayWhen(chosen) })
                : say('appointments.choose-first')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

/** What is free, and in its place the time one has: whoever only changes their words keeps it. */
function timesOf({ times, booking }: ChildTimes): Time[] {
  if (!booking) return [...times]
  const others = times.filter((time) => time.startsAt !== booking.startsAt || time.way !== booking.way)
  return [...others, booking].toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
}

type TimesByDayProps = {
  child: ChildTimes
  all: Times
  times: readonly Time[]
  slotId: string
  onChoose: (slotId: string) => void
}

function TimesByDay({ child, all, times, slotId, onChoose }: TimesByDayProps) {
  const { say, sayDate } = useWords()
  const { saySpan } = useSchoolTime()
  const siblings = all.children.filter(({ learner, booking }) => booking && learner.id !== child.learner.id)
  const beside = (time: Time) =>
    siblings.flatMap(({ learner, booking }) => {
      const stands = booking && standsTo(time, booking)
      return stands ? [say(`appointments.stands-${stands}`, { name: learner.givenName })] : []
    })
  const hintOf = (time: Time) =>
    [
      time.slotId === child.booking?.slotId && say('appointments.this-is-yours'),
      time.way === 'in_person' ? time.place : say(wayWords[time.way]),
      ...beside(time),
    ]
      .filter(Boolean)
      .join(' · ')
  const labelOf = (day: string) => {
    const comes = times.some((time) => time.heldOn === day && time.interpreter)
    return [sayDate(day), comes && say('appointments.interpreter-offered')].filter(Boolean).join(' · ')
  }
  const days = [...new Set(times.map((time) => time.heldOn))]
  return days.map((day) => (
    <RadioTiles
      key={day}
      label={labelOf(day)}
      value={slotId || undefined}
      onChange={onChoose}
      choices={times
        .filter((time) => time.heldOn === day)
        .map((time) => ({ value: time.slotId, label: saySpan(time), hint: hintOf(time) }))}
    />
  ))
}
