import { type Locale, regions } from '../locales.ts'

/** A time field's "17:30" as a minute of the day; none while it is empty. */
export function minuteIn(field: string): number | undefined {
  if (!/^\d\d:\d\d/.test(field)) return undefined
  const [hours = 0, minutes = 0] = field.split(':').map(Number)
  return hours * 60 + minutes
}

/** 00:00 as an end is the end of that day, as people mean it. */
export const endIn = (field: string): number | undefined => {
  const minute = minuteIn(field)
  return minute === 0 ? 1440 : minute
}

/** "17:30", as a time field wants it; the end of the day is written 00:00. */
export const fieldOf = (minute: number | null | undefined): string =>
  typeof minute !== 'number'
    ? ''
    : `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** "3:30 p.m.": a minute of the day on the school's wall, whatever zone the reader is in. */
export function sayMinute(locale: Locale, minute: number): string {
  const said = new Intl.DateTimeFormat(regions[locale], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  })
  return said.format(minute * 60_000)
}
