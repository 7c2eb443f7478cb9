/**
 * Where people meet around work. The space of a class follows its roster; a group and a one-to-one are opened by hand by
 * somebody who teaches, with learners they teach, and no roster touches them.
 */
export const kindsByHand = ['group', 'one-to-one'] as const
export const kinds = ['class', ...kindsByHand] as const
export type Kind = (typeof kinds)[number]

/** Not shown; seen, but nothing can be added; in use. Its teachers always see and use it. */
export const states = ['hidden', 'visible', 'active'] as const

export const longestName = 120
export const mostSeats = 60
