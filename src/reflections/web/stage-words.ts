import type { WordKey } from '../../platform/web/words.tsx'
import type { Band, Stage } from '../prompt.ts'

/** The stages in the order in which work goes through them, as people say them. */
export const stageWords: readonly { stage: Stage; key: WordKey }[] = [
  { stage: 'planning', key: 'reflections.stage-planning' },
  { stage: 'stuck', key: 'reflections.stage-stuck' },
  { stage: 'after_feedback', key: 'reflections.stage-after_feedback' },
  { stage: 'finished', key: 'reflections.stage-finished' },
  { stage: 'looking_back', key: 'reflections.stage-looking_back' },
]

/** The bands of grades, youngest first. */
export const bandWords: readonly { band: Band; key: WordKey }[] = [
  { band: 'k2', key: 'reflections.band-k2' },
  { band: '35', key: 'reflections.band-35' },
  { band: '69', key: 'reflections.band-69' },
  { band: '1012', key: 'reflections.band-1012' },
]
