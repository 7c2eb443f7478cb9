import { useWords } from '../../platform/web/words.tsx'
import { GetExhibition, ListExhibitions, ListSlips } from '../contract.ts'
import { sayMinute } from '../../platform/web/day-minutes.ts'
import type { Answer } from '../../platform/web/client.ts'

export type Exhibition = Answer<typeof GetExhibition>
export type Stand = Exhibition['stands'][number]
export type Slips = Answer<typeof ListSlips>

/** What was read before somebody changed an event, took a stand or let words through. */
export const exhibitionReads = [GetExhibition, ListExhibitions, ListSlips] as const

/** "from 17:30 to 18:00", on the school's clock wherever the reader is. */
export function useHours() {
  const { say, locale } = useWords()
  const at = (minute: number) => sayMinute(locale, minute)
  return ({ fromMinute, toMinute }: { fromMinute: number; toMinute: number }) =>
    say('exhibitions.hours', { from: at(fromMinute), to: at(toMinute) })
}
