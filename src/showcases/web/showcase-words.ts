import type { Answer } from '../../platform/web/client.ts'
import type { WordKey } from '../../platform/web/words.tsx'
import type { ListShowcases } from '../contract.ts'

export type Showcase = Answer<typeof ListShowcases>[number]

export const stateWords = {
  waiting: 'showcases.state-waiting',
  declined: 'showcases.state-declined',
  open: 'showcases.state-open',
  ended: 'showcases.state-ended',
  withdrawn: 'showcases.state-withdrawn',
} as const satisfies Record<Showcase['state'], WordKey>

/** Midnight belongs to the day it ends. */
export function endOf(closesAt: string): { day: Date; isMidnight: boolean } {
  const moment = new Date(closesAt)
  const isMidnight = moment.getHours() === 0 && moment.getMinutes() === 0
  return { day: isMidnight ? new Date(moment.getTime() - 1) : moment, isMidnight }
}
