/**
 * What surrounds the feedback on an attempt: the focus (what to look at this time), the return (the attempt
 * went back to its learner for another go), the exemplars standing beside the work.
 */
export const longestFocus = 500
export const longestTryNext = 2_000
export const exemplarKinds = ['text', 'media', 'link', 'work'] as const

/** How long what learners answered is listed for their teachers, in days. */
export const answersListedDays = 21
