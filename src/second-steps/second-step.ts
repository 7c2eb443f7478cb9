/**
 * A district's word that a password alone lets none of its staff in, from a day on. The office helps whoever lost
 * what they show; who helped whom is kept.
 */
export const helpDays = 3
export const mostDaysAhead = 180

export const helpEnds = (now: Date): Date => new Date(now.getTime() + helpDays * 86_400_000)
