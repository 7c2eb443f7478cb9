import { useId } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import styles from './sky.module.css'

type TimeSliderProps = {
  moments: readonly number[]
  /** which of the moments */
  value: number
  onChange: (value: number) => void
}

/** From the September before it all began until now, month by month. */
export function TimeSlider({ moments, value, onChange }: TimeSliderProps) {
  const { say, locale } = useWords()
  const id = useId()
  if (moments.length < 2) return null
  const month = new Intl.DateTimeFormat(`${locale}-CA`, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const nameOf = (place: number) =>
    place === moments.length - 1 ? say('self-assessment.now') : month.format(moments[place])
  return (
    <div className={styles['time']}>
      <label htmlFor={id}>{say('self-assessment.time')}</label>
      <span aria-hidden>{nameOf(0)}</span>
      <input
        id={id}
        type="range"
        min={0}
        max={moments.length - 1}
        value={value}
        aria-valuetext={nameOf(value)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <output htmlFor={id}>{nameOf(value)}</output>
    </div>
  )
}
