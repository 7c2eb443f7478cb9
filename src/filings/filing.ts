/**
 * A filing is an attempt that an adult brought to a learner: a post, a page of paper, what a child made on a
 * tablet that was handed over. It is the learner's from then on. Only when it turns out to be another's may
 * whoever filed it take it back, as long as nobody else has added anything to it.
 */
export const filingWays = ['post', 'paper', 'tablet'] as const

/** How long it stands in the list of what was filed. Later it is still put right beside the work itself. */
export const listedDays = 30
