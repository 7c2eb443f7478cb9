import type { WordKey } from '../../platform/web/words.tsx'
import type { Band } from '../prompt.ts'

/** The bands of grades, youngest first. */
export const bandWords: readonly { band: Band; key: WordKey }[] = [
  { band: 'k2', key: 'prompts.band-k2' },
  { band: '35', key: 'prompts.band-35' },
  { band: '69', key: 'prompts.band-69' },
  { band: '1012', key: 'prompts.band-1012' },
]
