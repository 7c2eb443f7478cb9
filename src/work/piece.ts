/**
 * A piece of work. It belongs to its learner for life, whoever brought it in, and outlives every class,
 * school and account. It grows by iterations.
 */
export const audiences = ['teachers', 'family', 'class'] as const
export type Audience = (typeof audiences)[number]

export const longestTitle = 300
export const longestCaption = 2_000
export const mostParts = 50

/**
 * A school year is named by the year it begins in; it turns over in August in the districts we serve.
 * `day` is an ISO date or moment.
 */
export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= 8 ? year : year - 1
}
