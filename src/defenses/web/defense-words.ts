import type { Answer } from '../../platform/web/client.ts'
import { sayMinute } from '../../platform/web/day-minutes.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetDefense, ListClassDefenses, ListMyDefenses } from '../contract.ts'

export type Defense = Answer<typeof GetDefense>
export type Attempt = Defense['attempts'][number]
export type ClassDefenses = Answer<typeof ListClassDefenses>

/** What was read before somebody arranged, wrote or decided. */
export const defenseReads = [GetDefense, ListClassDefenses, ListMyDefenses] as const

type When = { heldOn: string; fromMinute: number | null; place: string }

/** "Tuesday 24 November, 10:00 a.m. · Studio", on the school's clock. */
export function useWhen() {
  const { sayDate, locale } = useWords()
  return ({ heldOn, fromMinute, place }: When) => {
    const at = fromMinute === null ? '' : `, ${sayMinute(locale, fromMinute)}`
    return `${sayDate(heldOn, 'long')}${at}${place ? ` · ${place}` : ''}`
  }
}
