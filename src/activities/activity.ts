/**
 * A teacher's invitation to document something. It belongs to a class, or a space by hand; what learners make of it is an
 * ordinary piece, theirs for life.
 */
export const longestInstructions = 20_000
export const longestExemplar = 5_000
export const longestQuestion = 500
export const longestGroupName = 100
export const mostPrompts = 10
export const mostAttached = 20
export const mostLearners = 200

/** For so many days before it is due, an invitation says that it is due soon. */
export const soonDays = 3

export type Standing = 'draft' | 'waiting' | 'open' | 'closed'

type Dated = { publishedAt: string | null; opensOn: string | null; closed: boolean }

/** Where an activity stands on a day: written, waiting for its day, open, closed. */
export function standingOf({ publishedAt, opensOn, closed }: Dated, today: string): Standing {
  if (publishedAt === null) return 'draft'
  if (closed) return 'closed'
  return opensOn !== null && opensOn > today ? 'waiting' : 'open'
}

/** How near its day is. Late is a word on a page and nothing else: work is welcome after it too. */
export type Dueness = 'whenever' | 'later' | 'soon' | 'late'

export function duenessOf(dueOn: string | null, today: string): Dueness {
  if (dueOn === null) return 'whenever'
  if (dueOn < today) return 'late'
  return daysBetween(today, dueOn) <= soonDays ? 'soon' : 'later'
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** A window that closes before it opens invites nobody. */
export function isWindow({ opensOn, dueOn }: { opensOn: string | null; dueOn: string | null }): boolean {
  return opensOn === null || dueOn === null || opensOn <= dueOn
}
