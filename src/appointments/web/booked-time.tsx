import { useEffect, useRef, useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { GiveBackSlot, ListConferenceTimes } from '../contract.ts'
import styles from './appointments.module.css'
import { CalendarButton } from './calendar-button.tsx'
import { ChooseTime } from './choose-time.tsx'
import { useSchoolTime } from './school-time.ts'
import { SureButton } from '../../ui/sure-button.tsx'
import { wayWords } from './way-words.ts'

export type Times = Answer<typeof ListConferenceTimes>
export type ChildTimes = Times['children'][number]
export type Booking = NonNullable<ChildTimes['booking']>

/** `fresh` when it was taken just now: whoever cannot see the page is told by the focus. */
type BookedTimeProps = { child: ChildTimes; booking: Booking; all: Times; meId: string; fresh: boolean }

/** The time a family has: when, where, and what can still be done about it. */
export function BookedTime({ child, booking, all, meId, fresh }: BookedTimeProps) {
  const { say, sayDate } = useWords()
  const { saySpan, sayWhen } = useSchoolTime()
  const [changing, setChanging] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (fresh) title.current?.focus()
  }, [fresh])
  const giveBack = useAct(GiveBackSlot, { refreshes: [ListConferenceTimes] })
  const place = [
    booking.way === 'in_person' ? booking.place : say(wayWords[booking.way]),
    booking.stations > 1 && say('appointments.station', { number: booking.station }),
  ].filter(Boolean)
  return (
    <>
      <div className={styles['mine']}>
        <h3 ref={title} tabIndex={-1}>
          {say('appointments.your-time')}
        </h3>
        <p className={styles['when']}>
          {sayDate(booking.heldOn)}
          <br />
          {saySpan(booking)}
        </p>
        <p>{place.join(' · ')}</p>
        {booking.way === 'video' && <VideoPlace place={booking.place} />}
        {booking.bookedBy.id !== meId && (
          <p>{say('appointments.chosen-by', { name: booking.bookedBy.name })}</p>
        )}
        <SaidWords booking={booking} />
        {!changing && (
          <div className={styles['buttons']}>
            <CalendarButton
              word={say('appointments.calendar')}
              timeZone={all.timeZone}
              events={[
                {
                  ...booking,
                  id: `${child.round.id}-${child.learner.id}`,
                  title: say('appointments.calendar-title', { name: child.learner.givenName }),
                  place: booking.way === 'phone' ? '' : booking.place,
                  words: [child.round.name, ...child.round.teachers].join(', '),
                },
              ]}
            />
            <Button onClick={() => setChanging(true)}>{say('appointments.change')}</Button>
            <SureButton
              word={say('appointments.give-back')}
              asks={say('appointments.give-back-sure', { when: sayWhen(booking) })}
              yes={say('appointments.sure-yes')}
              no={say('appointments.sure-no')}
              busy={giveBack.isPending}
              onSure={() => giveBack.mutate({ params: { id: booking.id } })}
            />
          </div>
        )}
      </div>
      {changing && (
        <>
          <ChooseTime child={child} all={all} />
          <p>
            <Button look="plain" onClick={() => setChanging(false)}>
              {say('appointments.keep-mine')}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** Only an address is a link; anything else a teacher wrote is read. */
function VideoPlace({ place }: { place: string }) {
  const { say } = useWords()
  if (!/^https:\/\/\S+$/.test(place)) return place ? <p>{place}</p> : null
  return (
    <p>
      <a href={place} target="_blank" rel="noreferrer">
        {say('appointments.open-video')}
      </a>
    </p>
  )
}

function SaidWords({ booking }: { booking: Booking }) {
  const { say } = useWords()
  const lines = [
    booking.language && say('appointments.said-language', { language: booking.language }),
    booking.interpreter && say('appointments.said-interpreter'),
    booking.comes && say('appointments.said-comes', { who: booking.comes }),
    booking.phone && say('appointments.said-phone', { phone: booking.phone }),
  ].filter(Boolean)
  if (lines.length === 0) return null
  return (
    <ul className={styles['said']} aria-label={say('appointments.your-words')}>
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  )
}
