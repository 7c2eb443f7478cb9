/**
 * What a learner says they can do at a competency ("I can now …"), with what shows it and what they think about
 * it. It is the learner's own and stands beside what they said before, never in its place; it has no level and
 * is compared with nobody's. An adult may write down what a young child says, and the record says so.
 */
export const claimAudiences = ['teachers', 'family'] as const
export type ClaimAudience = (typeof claimAudiences)[number]

/** Where learning happens that no class sees. */
export const places = ['sport', 'job', 'home', 'community', 'elsewhere'] as const
export type Place = (typeof places)[number]

export const longestClaim = 2_000
export const longestThought = 10_000
export const longestPlaceWords = 2_000
export const longestWhy = 500
export const mostClaimParts = 4
export const mostEvidence = 20

/** A suggestion that nobody answered is shown for so many days and then fades by itself. */
export const suggestionDays = 30

/** Something is said when there are words, a chosen statement, or a voice or drawing. */
export function saysSomething(claim: {
  words: string
  profile?: unknown
  parts: readonly unknown[]
}): boolean {
  return claim.words.trim() !== '' || claim.profile !== undefined || claim.parts.length > 0
}

export type Answer = 'accepted' | 'left'
export const answers = ['accepted', 'left'] as const satisfies readonly Answer[]
