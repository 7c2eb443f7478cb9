import { lastDayBefore } from '../../schools/web/last-day.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Field } from '../../ui/field.tsx'
import styles from '../register/register.module.css'

type Days = { opensOn: string; closesOn: string }

export const noDays: Days = { opensOn: '', closesOn: '' }
export const daysSaid = ({ opensOn, closesOn }: Days) => ({
  opensOn: opensOn || null,
  closesOn: closesOn || null,
})

export const isEarly = ({ opensOn, closesOn }: Days) => closesOn !== '' && closesOn < opensOn

/** From when until when somebody teaches here; a substitute has both days. */
export function PlaceDays({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const { say } = useWords()
  return (
    <div className={styles['pair']}>
      <Field
        label={say('classes.first-day')}
        hint={say('classes.first-day-hint')}
        type="date"
        optional
        value={days.opensOn}
        onChange={(event) => onChange({ ...days, opensOn: event.target.value })}
      />
      <Field
        label={say('classes.last-day')}
        hint={say('classes.last-day-hint')}
        type="date"
        optional
        min={days.opensOn}
        error={isEarly(days) ? say('classes.last-day-early') : undefined}
        value={days.closesOn}
        onChange={(event) => onChange({ ...days, closesOn: event.target.value })}
      />
    </div>
  )
}

type Place = { grade: string | null; openedOn: string; closedOn: string | null; fromRoster: boolean }

/** "Grade 4 · since 8 September", or "8 to 12 December" where the last day is known; and whether a roster says so. */
export function useAboutPlace() {
  const { say, sayDate } = useWords()
  return ({ grade, openedOn, closedOn, fromRoster }: Place): string => {
    const from = sayDate(openedOn, 'short')
    const days =
      closedOn === null
        ? say('register.since', { day: from })
        : say('classes.days', { from, until: sayDate(lastDayBefore(closedOn, openedOn), 'short') })
    return [
      grade === null ? '' : say('register.grade', { grade }),
      days,
      fromRoster ? say('register.from-roster') : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
