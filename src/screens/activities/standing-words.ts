import { standingOf } from '../../activities/activity.ts'
import { useDue } from '../../activities/web/due.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { useWords } from '../../platform/web/words.tsx'

type Dated = { publishedAt: string | null; opensOn: string | null; dueOn: string | null; closed: boolean }

/** "Draft", "Opens Tuesday", "Due Friday", "Closed": one line on where an activity stands. */
export function useStanding(activity: Dated): string {
  const { say, sayDate } = useWords()
  const due = useDue(activity.dueOn, false)
  const standing = standingOf(activity, dayOf())
  if (standing === 'draft') return say('activities.draft')
  if (standing === 'closed') return say('activities.closed')
  if (standing === 'waiting') return say('activities.opens', { when: sayDate(activity.opensOn ?? '', 'day') })
  if (due.dueness === 'late')
    return say('activities.open-past-due', { when: sayDate(activity.dueOn ?? '', 'day') })
  return due.words ?? say('activities.open')
}
