import { PrintedCode } from '../../papers/web/printed-code.tsx'
import type { Locale } from '../../platform/locales.ts'
import { useWords } from '../../platform/web/words.tsx'
import type { LetterWords } from './letter-words.ts'
import styles from './letter.module.css'
import type { Plan, PlannedDay } from './timetable.tsx'

export type Addressed = {
  guardianId: string
  name: string
  locale: Locale | null
  learner: Plan['families'][number]['learner']
}

/** One page to one guardian, in their language, with the way to the times. */
export function Letter({ to, plan, words }: { to: Addressed; plan: Plan; words: LetterWords }) {
  const { say: sayHere } = useWords()
  const { say, sayDay, sayStart } = words
  const address = `${location.origin}/conference-times`
  const mine = plan.days
    .flatMap((day) => day.slots)
    .find(({ booking }) => booking?.learner.id === to.learner.id && booking.guardian?.id === to.guardianId)
  const when = (slot: { heldOn: string; fromMinute: number }) =>
    say('appointments.when', { day: sayDay(slot.heldOn), time: sayStart(slot.fromMinute) })
  return (
    <article
      className={styles['letter']}
      lang={words.locale}
      aria-label={sayHere('appointments.letter-of', { name: to.name })}
    >
      <p className={styles['head']}>
        {plan.round.class.school}
        <br />
        {plan.round.class.name}
      </p>
      <p className={styles['round']}>{plan.round.name}</p>
      <p>{say('appointments.letter-dear', { name: to.name })}</p>
      <p>{say('appointments.letter-invites', { learner: to.learner.givenName })}</p>
      {mine ? (
        <p className={styles['mine']}>{say('appointments.letter-your-time', { when: when(mine) })}</p>
      ) : (
        <Days days={plan.days} words={words} />
      )}
      <p>{say(mine ? 'appointments.letter-change' : 'appointments.letter-choose')}</p>
      <div className={styles['way']}>
        <svg viewBox="0 0 34 34" className={styles['code']} role="img" aria-label={address}>
          <rect width={34} height={34} fill="#fff" />
          <PrintedCode text={address} at={{ x: 2, y: 2 }} size={30} />
        </svg>
        <p>{say('appointments.letter-address', { address })}</p>
      </div>
      <p>{say('appointments.letter-help')}</p>
      <p>
        {say('appointments.letter-greeting')}
        <br />
        {plan.round.teachers.join(', ')}
      </p>
    </article>
  )
}

function Days({
  days,
  words: { say, sayDay, sayStart },
}: {
  days: readonly PlannedDay[]
  words: LetterWords
}) {
  const open = days.filter((day) => day.slots.some((slot) => !slot.cancelled))
  return (
    <>
      <p>{say('appointments.letter-days')}</p>
      <ul>
        {open.map((day) => (
          <li key={day.id}>
            {[
              sayDay(day.heldOn),
              say('appointments.from-to', { from: sayStart(day.fromMinute), to: sayStart(day.toMinute) }),
              day.way === 'in_person' ? day.place : say(`appointments.way-${day.way}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  )
}
