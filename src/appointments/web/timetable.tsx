import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { CancelConferenceDay, CancelConferenceSlot, GetConferencePlan, GiveBackSlot } from '../contract.ts'
import styles from './appointments.module.css'
import { useSchoolTime } from './school-time.ts'
import { SureButton } from '../../ui/sure-button.tsx'
import { wayWords } from './way-words.ts'

export type Plan = Answer<typeof GetConferencePlan>
export type PlannedDay = Plan['days'][number]
type Slot = PlannedDay['slots'][number]

/** One day as it hangs on the door: who comes when, at which station, in which language. */
export function Timetable({ day }: { day: PlannedDay }) {
  const { say, sayDate, sayList } = useWords()
  const { saySpan } = useSchoolTime()
  const cancel = useAct(CancelConferenceDay, { refreshes: [GetConferencePlan] })
  const id = `day-${day.id}`
  const open = day.slots.filter((slot) => !slot.cancelled)
  const booked = open.filter((slot) => slot.booking).length
  const facts = [
    saySpan(day),
    say(wayWords[day.way]),
    day.place,
    sayList(day.languages),
    day.interpreter && say('appointments.interpreter-can'),
  ]
  return (
    <section className={styles['day']} aria-labelledby={id}>
      <h2 id={id}>{sayDate(day.heldOn, 'long')}</h2>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <div className={styles['scrolls']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{say('appointments.time')}</th>
              {day.stations > 1 && <th scope="col">{say('appointments.at-station')}</th>}
              <th scope="col">{say('appointments.who')}</th>
            </tr>
          </thead>
          <tbody>
            {day.slots.map((slot) => (
              <SlotRow key={slot.id} slot={slot} stations={day.stations} />
            ))}
          </tbody>
        </table>
      </div>
      {open.length > 0 && (
        <SureButton
          word={say('appointments.cancel-day')}
          asks={say('appointments.cancel-sure', { count: booked })}
          yes={say('appointments.cancel-yes')}
          no={say('appointments.cancel-no')}
          busy={cancel.isPending}
          onSure={() => cancel.mutate({ params: { id: day.id } })}
        />
      )}
    </section>
  )
}

function SlotRow({ slot, stations }: { slot: Slot; stations: number }) {
  const { say, sayDate } = useWords()
  const { sayStart } = useSchoolTime()
  const { booking, cancelled } = slot
  const wants = booking
    ? [
        booking.language,
        booking.interpreter && say('appointments.wants-interpreter'),
        booking.comes,
        booking.phone,
      ].filter(Boolean)
    : []
  return (
    <tr className={cancelled ? styles['cancelled'] : undefined}>
      <th scope="row">{sayStart(slot.fromMinute)}</th>
      {stations > 1 && <td>{slot.station}</td>}
      <td>
        {booking && (
          <>
            <strong>{booking.learner.name}</strong>
            {booking.guardian && <span className={styles['family']}>{booking.guardian.name}</span>}
            {wants.length > 0 && <span className={styles['wish']}>{wants.join(' · ')}</span>}
          </>
        )}
        {!booking && !cancelled && <span className={styles['quiet']}>{say('appointments.free')}</span>}
        {cancelled && (
          <span className={styles['quiet']}>
            {say('appointments.cancelled', {
              name: cancelled.by.name,
              when: sayDate(cancelled.at, 'moment'),
            })}
          </span>
        )}
        {!cancelled && <SlotActs slot={slot} />}
      </td>
    </tr>
  )
}

function SlotActs({ slot: { id, fromMinute, booking } }: { slot: Slot }) {
  const { say } = useWords()
  const { sayStart } = useSchoolTime()
  const cancel = useAct(CancelConferenceSlot, { refreshes: [GetConferencePlan] })
  const takeBack = useAct(GiveBackSlot, { refreshes: [GetConferencePlan] })
  const words = { yes: say('appointments.cancel-yes'), no: say('appointments.cancel-no') }
  return (
    <details className={styles['acts']}>
      <summary>
        {say('appointments.change')} <span className="unseen">{sayStart(fromMinute)}</span>
      </summary>
      {booking && (
        <SureButton
          {...words}
          word={say('appointments.take-back', { name: booking.guardian?.name ?? booking.learner.name })}
          asks={say('appointments.take-back-sure', { name: booking.guardian?.name ?? booking.learner.name })}
          busy={takeBack.isPending}
          onSure={() => takeBack.mutate({ params: { id: booking.id } })}
        />
      )}
      <SureButton
        {...words}
        word={say('appointments.cancel-slot', { time: sayStart(fromMinute) })}
        asks={say('appointments.cancel-sure', { count: booking ? 1 : 0 })}
        busy={cancel.isPending}
        onSure={() => cancel.mutate({ params: { id } })}
      />
    </details>
  )
}
