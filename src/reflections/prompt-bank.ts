import bank from '../../packs/prompts/prompts.json' with { type: 'json' }
import type { Band, Stage } from './prompt.ts'

/** The questions that come with Cairn, apart from the rules because a browser needs only those. */
export type BankPrompt = { key: string; band: Band; stage: Stage; words: { en: string; fr: string } }

export const bankPrompts = bank.prompts as readonly BankPrompt[]
export const askAgain: { en: string; fr: string } = bank.again
