import { type Locale, regions, sayWeekdayAndDay } from '../platform/locales.ts'

/**
 * A presentation of learning: a learner presents to a panel, by a protocol with times, and hears by criteria what was
 * shown and what is next. The work and the words about it are the learner's; what the panel says is the panel's.
 */
export const outcomes = ['through', 'again'] as const
export type Outcome = (typeof outcomes)[number]

/** A rubric with one column of criteria: what was shown on one side, what is next on the other, and no level. */
export const noteSides = ['shown', 'next'] as const
export type NoteSide = (typeof noteSides)[number]

/** What of a presentation can be another way than it was set at first. */
export const changeable = ['criteria', 'protocol', 'when', 'panel'] as const

/** What a guardian sees of an attempt the learner asked them to: each includes what stands before it. */
export const showings = ['nothing', 'day', 'outcome', 'notes'] as const
export type Showing = (typeof showings)[number]

/** A guest of a panel comes in by a link and a PIN that is told in another way, until the end of the day. */
export const pinDigits = 6
/** After so many wrong PINs in a row the link rests until a teacher hands on a new one. */
export const mostWrongPins = 10
/** What one guest keeps at most, every wording counted: nobody writes so much by hand. */
export const mostGuestNotes = 400

export const longestTitle = 120
export const longestCriterion = 300
export const mostCriteria = 12
export const longestStep = 120
export const mostSteps = 12
export const longestStepMinutes = 120
export const longestPlace = 80
export const longestGuest = 60
export const mostPanel = 8
export const longestNote = 1_000
export const longestOpening = 4_000
export const longestOutcome = 1_000

export type Panelist = { id: string; personId?: string | undefined; guest?: string | undefined }

/** What is wrong with a panel, if anything is: nobody sits twice, and everybody is either of the school or a guest. */
export function faultInPanel(
  panel: readonly Panelist[],
  learnerId: string,
): 'twice' | 'both' | 'learner' | undefined {
  if (panel.some(({ personId, guest }) => (personId === undefined) === (guest === undefined))) return 'both'
  if (panel.some(({ personId }) => personId === learnerId)) return 'learner'
  const seats = panel.flatMap(({ id, personId }) => (personId ? [id, personId] : [id]))
  return new Set(seats).size < seats.length ? 'twice' : undefined
}

export type Step = { words: string; minutes: number }

/** Where in the protocol so many seconds lead, and how many are left of that step. */
export function stepAt(protocol: readonly Step[], seconds: number): { step: number; left: number } {
  let begins = 0
  for (const [step, { minutes }] of protocol.entries()) {
    const ends = begins + minutes * 60
    if (seconds < ends) return { step, left: Math.ceil(ends - seconds) }
    begins = ends
  }
  return { step: protocol.length, left: 0 }
}

/** "Tuesday 24 November, 10:00 a.m.", on the school's clock; the day alone where no hour is set. */
export function sayWhen(
  { heldOn, fromMinute }: { heldOn: string; fromMinute: number | null },
  locale: Locale,
): string {
  const at = new Date(Date.parse(`${heldOn}T00:00:00Z`) + (fromMinute ?? 0) * 60_000)
  const day = sayWeekdayAndDay(locale, at, { timeZone: 'UTC' })
  if (fromMinute === null) return day
  const clock = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const
  return `${day}, ${new Intl.DateTimeFormat(regions[locale], clock).format(at)}`
}
