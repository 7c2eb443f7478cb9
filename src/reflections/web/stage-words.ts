import type { WordKey } from '../../platform/web/words.tsx'
import type { Stage } from '../prompt.ts'

/** The stages in the order in which work goes through them, as people say them. */
export const stageWords: readonly { stage: Stage; key: WordKey }[] = [
  { stage: 'planning', key: 'reflections.stage-planning' },
  { stage: 'stuck', key: 'reflections.stage-stuck' },
  { stage: 'after_feedback', key: 'reflections.stage-after_feedback' },
  { stage: 'finished', key: 'reflections.stage-finished' },
  { stage: 'looking_back', key: 'reflections.stage-looking_back' },
]
