/**
 * A device in the hands of a class: a teacher hands over the tablet they are signed in on, children tap their own
 * face and bring in what they make, and whoever knows the teacher's password takes it back. The work is the
 * learner's from the first moment; that it came this way, and who handed over, is kept beside it.
 */
export const handoverAudiences = ['family', 'class'] as const
export type HandoverAudience = (typeof handoverAudiences)[number]

/** How many photos, drawings and recordings a child brings at once. */
export const mostBrought = 12
