import { CalendarClock } from 'lucide-react'
import { Link } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListConferenceTimes } from '../contract.ts'
import styles from './conference-line.module.css'
import { useSchoolTime } from './school-time.ts'

/** On a family's first page: for whom a time is still to be chosen, and when the others are. */
export function TimesWaiting() {
  const { say } = useWords()
  const { sayWhen } = useSchoolTime()
  const { data } = useRead(ListConferenceTimes, {})
  const shown = data?.children.filter((one) => !one.calledOff && (one.booking || one.times.length > 0)) ?? []
  return shown.map(({ learner, round, booking }) => (
    <p key={`${round.id} ${learner.id}`} className={styles['line']}>
      <CalendarClock aria-hidden />
      <Link href="/conference-times">
        {booking
          ? say('appointments.theirs', { name: learner.givenName, when: sayWhen(booking) })
          : say('appointments.choose-for', { name: learner.givenName })}
      </Link>
    </p>
  ))
}
