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
