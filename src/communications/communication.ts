/**
 * One communication of student learning: what the school tells the family at one time of the year, and what its
 * learner is asked to say for it. Who has said something is known as a fact, never with its words; the words
 * belong to the learner.
 */
export const communicationKinds = ['informal', 'written', 'summary'] as const
export type CommunicationKind = (typeof communicationKinds)[number]

/** What a learner can be asked for. A new kind is a word here, and what fulfils it in `saidBy` (store.ts). */
export const askedKinds = ['reflection', 'goal', 'claim', 'conference'] as const
export type AskedKind = (typeof askedKinds)[number]

export const standings = ['coming', 'open', 'over'] as const

/** The days of a pack stand as month and day; the school year begins in August. */
export function dayInYear(monthAndDay: string, year: number): string {
  const month = Number(monthAndDay.slice(0, 2))
  return `${month >= 8 ? year : year + 1}-${monthAndDay}`
}
