/** What may be said with one press: a sign, and always a word beside it. They say something of the work and rank nothing. */
export const signs = ['smile', 'learned', 'more', 'try-too', 'noticed'] as const
export type Sign = (typeof signs)[number]

export const longestRemark = 500
export const longestReport = 1_000
