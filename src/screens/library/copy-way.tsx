import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ListActivities } from '../../activities/contract.ts'
import { CopyActivity } from '../../library/contract.ts'
import { useMe } from '../../people/web/me.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListClasses } from '../../schools/contract.ts'
import { chooseClass, lastClass } from '../../schools/web/chosen-class.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './library.module.css'

type CopyWayProps = {
  activityId: string
  itemId: string | null
  title: string
  classId: string | undefined
}

/** Into which class, and go: the copy opens to be looked over before anybody is invited. */
export function CopyWay({ activityId, itemId, title, classId }: CopyWayProps) {
  const { say } = useWords()
  const me = useMe()
  const [, goTo] = useLocation()
  const [id] = useState(newId)
  const [chosen, setChosen] = useState<string>()
  const classes = useRead(ListClasses, {})
  const copy = useAct(CopyActivity, {
    refreshes: [ListActivities],
    onDone: () => goTo(`/activities/${id}/edit`),
  })
  const taught = (classes.data ?? []).filter(({ role }) => role === 'teacher')
  const here = chooseClass(taught, chosen ?? classId ?? null, lastClass(me.id))
  if (!here) return null
  return (
    <div className={styles['copy']}>
      {taught.length > 1 && (
        <Select
          label={say('library.into')}
          value={here.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {taught.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
      <Button
        icon={Copy}
        busy={copy.isPending}
        onClick={() => copy.mutate({ params: { id }, body: { classId: here.id, activityId, itemId } })}
      >
        {say('library.copy')}
        <span className="unseen">: {title}</span>
      </Button>
      {copy.error && (
        <Notice kind="problem">
          {(copy.error instanceof ApiRefusal && copy.error.sentence) || say('errors.failed')}
        </Notice>
      )}
    </div>
  )
}
