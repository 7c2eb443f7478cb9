import { dayOf } from '../../platform/web/dates.ts'
import { useWords } from '../../platform/web/words.tsx'
import { type Dueness, duenessOf } from '../activity.ts'

/** How near the day is, and the words for it; no words when there is no day. Only who may add is told they can. */
export function useDue(
  dueOn: string | null,
  mayAdd: boolean,
): { dueness: Dueness; words: string | undefined } {
  const { say, sayDate } = useWords()
  const dueness = duenessOf(dueOn, dayOf())
  if (dueOn === null) return { dueness, words: undefined }
  const when = sayDate(dueOn, 'day')
  if (dueness !== 'late') return { dueness, words: say('activities.due', { when }) }
  const past = say('activities.was-due', { when })
  return { dueness, words: mayAdd ? `${past} · ${say('activities.still-open')}` : past }
}
