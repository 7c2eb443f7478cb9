import { sayMinute } from '../../platform/web/day-minutes.ts'
import { useWords } from '../../platform/web/words.tsx'

export type Clock = { heldOn: string; fromMinute: number; toMinute: number }

/** Says when something is, by the school's own clock. */
export function useSchoolTime() {
  const { say, sayDate, locale } = useWords()
  const sayStart = (minute: number) => sayMinute(locale, minute)
  return {
    sayStart,
    saySpan: ({ fromMinute, toMinute }: Omit<Clock, 'heldOn'>) =>
      say('appointments.from-to', { from: sayStart(fromMinute), to: sayStart(toMinute) }),
    sayWhen: ({ heldOn, fromMinute }: Pick<Clock, 'heldOn' | 'fromMinute'>) =>
      say('appointments.when', { day: sayDate(heldOn), time: sayStart(fromMinute) }),
  }
}
