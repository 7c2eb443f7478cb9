import { useWords, type Words } from '../../platform/web/words.tsx'

export type Clock = { heldOn: string; fromMinute: number; toMinute: number }

/** Canadian conventions for both languages, as for every date. */
const regions = { en: 'en-CA', fr: 'fr-CA' } as const

/** "3:30 p.m.": a minute of the day on the school's wall, whatever zone the reader is in. */
export function sayMinute(locale: Words['locale'], minute: number): string {
  const said = new Intl.DateTimeFormat(regions[locale], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  })
  return said.format(minute * 60_000)
}

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
