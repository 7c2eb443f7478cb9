import { RotateCcw } from 'lucide-react'
import { ListActivities, ListDeletedActivities, RestoreActivity } from '../../activities/contract.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './activities.module.css'

/** What was deleted and can still come back; nothing when there is nothing. */
export function DeletedActivities({ placeId }: { placeId: string }) {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListDeletedActivities, { params: { id: placeId } })
  const restore = useAct(RestoreActivity, { refreshes: [ListActivities, ListDeletedActivities] })
  if (!data || data.length === 0) return null
  return (
    <details className={styles['more']}>
      <summary>{say('activities.deleted', { count: data.length })}</summary>
      <ul className={styles['rows']}>
        {data.map(({ id, title, erasedOn }) => (
          <li key={id} className={styles['row']}>
            <h3>{title || say('activities.untitled')}</h3>
            <p>{say('learner.erased-on', { when: sayDate(erasedOn, 'day') })}</p>
            <Button
              icon={RotateCcw}
              busy={restore.isPending}
              onClick={() => restore.mutate({ params: { id } })}
            >
              {say('learner.restore')}
              <span className="unseen">: {title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
