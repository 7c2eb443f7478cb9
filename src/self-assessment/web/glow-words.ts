import type { WordKey } from '../../platform/web/words.tsx'
import type { Answer } from '../../platform/web/client.ts'
import type { Glow } from '../constellation.ts'
import type { GetConstellation } from '../contract.ts'

export type Sky = Answer<typeof GetConstellation>['frameworks'][number]
export type LitStar = Sky['stars'][number]

/** How bright a star is, in words: nothing is counted. */
export const glowWords: Record<Glow, WordKey> = {
  dim: 'self-assessment.glow-dim',
  first: 'self-assessment.glow-first',
  lit: 'self-assessment.glow-lit',
  bright: 'self-assessment.glow-bright',
}
