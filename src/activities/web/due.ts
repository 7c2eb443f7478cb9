import { useWords } from '../../platform/web/words.tsx'
import { type Dueness, duenessOf } from '../activity.ts'

/** The day it is where the person is, as an ISO date. */
export function localToday(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** How near the day is, and the words for it; no words when there is no day. Only who may add is told they can. */
export function useDue(
  dueOn: string | null,
  mayAdd: boolean,
): { dueness: Dueness; words: string | undefined } {
  const { say, sayDate } = useWords()
  const dueness = duenessOf(dueOn, localToday())
  if (dueOn === null) return { dueness, words: undefined }
  const when = sayDate(dueOn, 'day')
  if (dueness !== 'late') return { dueness, words: say('activities.due', { when }) }
  const past = say('activities.was-due', { when })
  return { dueness, words: mayAdd ? `${past} · ${say('activities.still-open')}` : past }
}
