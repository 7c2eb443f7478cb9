import { choiceKinds } from '../conferences/conference.ts'

/**
 * Trying a conference out, for oneself. How long each page took is told to its learner and to nobody else: to plan by,
 * never as a mark. There is no too long and no too short.
 */
export const pageKinds = ['welcome', ...choiceKinds, 'goal', 'together'] as const
export type PageKind = (typeof pageKinds)[number]

export const mostPages = 40

export type Stay = { kind: PageKind; pieceId: string | null; seconds: number }

/** How a try stands to the time there is: with room for talking, just about, or with more than fits. */
export function fitOf(seconds: number, plannedMinutes: number): 'room' | 'full' | 'over' {
  const planned = plannedMinutes * 60
  if (seconds > planned) return 'over'
  // a third of the time belongs to those who listen
  return seconds > planned * (2 / 3) ? 'full' : 'room'
}
