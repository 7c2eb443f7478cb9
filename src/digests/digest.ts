import { dayBegins, dayEnds } from '../mail/message.ts'

/**
 * Once a week a guardian is told what is new of their children: what a child gave to ask about, and how much was
 * newly shared. On the day they chose, never at night, only when there is something, and no more of it than the
 * child's school lets leave the house.
 */
export const digestWays = ['mail', 'text', 'none'] as const
export type DigestWay = (typeof digestWays)[number]

/** What may stand in it, from the most careful on. Where a child is at two schools, the more careful one counts. */
export const digestTells = ['nothing', 'notice', 'words'] as const
export type DigestTells = (typeof digestTells)[number]

/** Friday at four, for whoever did not choose: the week is over and the child is at home. */
export const usualDay = 5
export const usualHour = 16
/** Hours somebody can choose: those in which letters are sent. */
export const firstHour = dayBegins
export const lastHour = dayEnds - 1
export const digestHours: readonly number[] = Array.from(
  { length: lastHour - firstHour + 1 },
  (_, place) => firstHour + place,
)
export const weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

/** The second of January 2023 was a Monday. */
export const sayWeekday = (locale: string, weekday: number): string =>
  new Intl.DateTimeFormat(`${locale}-CA`, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2023, 0, 1 + weekday)),
  )
export const sayHour = (locale: string, hour: number): string =>
  new Intl.DateTimeFormat(`${locale}-CA`, { hour: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2023, 0, 2, hour)),
  )

/** A day that was missed while the machine slept is made up for so long, and then waits for the next week. */
export const lateDays = 2
/** The first letter, and one after a long pause, look back so far. */
export const longestLookBackDays = 28
export const weekDays = 7
/** The most of a child's words in one letter. */
export const mostWords = 5

export type News = {
  givenName: string
  tells: 'notice' | 'words'
  /** null where the words stay inside: the school wants it so, or they name another child */
  askings: { words: string | null; spoken: boolean }[]
  pieces: number
  opened: number
}

export const isNews = ({ askings, pieces, opened }: News): boolean =>
  askings.length > 0 || pieces > 0 || opened > 0
