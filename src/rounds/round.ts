/**
 * A round is one attempt and what surrounds its feedback: the focus (what to look at this time), the return
 * (it went back to its learner for another go), the exemplars standing beside the work.
 */
export const longestFocus = 500
export const longestTryNext = 2_000
export const longestExemplar = 20_000

export const exemplarKinds = ['text', 'media', 'link', 'work'] as const

/** How long an exemplar that was taken away is kept before it is really erased, in days (product rule 8). */
export const exemplarKeptDays = 30
