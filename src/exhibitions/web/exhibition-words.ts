import { useWords } from '../../platform/web/words.tsx'
import { GetExhibition, ListExhibitions, ListSlips } from '../contract.ts'
import type { Answer } from '../../platform/web/client.ts'

export type Exhibition = Answer<typeof GetExhibition>
export type Stand = Exhibition['stands'][number]
export type Slips = Answer<typeof ListSlips>

/** What was read before somebody changed an event, took a stand or let words through. */
export const exhibitionReads = [GetExhibition, ListExhibitions, ListSlips] as const

/** "17:30", as a time field wants it; the end of the day is written 00:00. */
export const fieldOf = (minute: number | null | undefined): string =>
  typeof minute !== 'number'
    ? ''
    : `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The minute of the day; none while the field is empty. */
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

/** "from 17:30 to 18:00", on the school's clock wherever the reader is. */
export function useHours() {
  const { say, locale } = useWords()
  const at = (minute: number) =>
    new Intl.DateTimeFormat(`${locale}-CA`, { timeStyle: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2000, 0, 1, 0, minute)),
    )
  return ({ fromMinute, toMinute }: { fromMinute: number; toMinute: number }) =>
    say('exhibitions.hours', { from: at(fromMinute), to: at(toMinute) })
}
