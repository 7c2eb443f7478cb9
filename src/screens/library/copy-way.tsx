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
import { chooseClass, lastClass } from '../../schools/web/chosen-class.ts'
import { ListSpaces } from '../../spaces/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { whereOf } from '../teacher/taught-place.ts'
import { useAskedPlace } from './asked-place.ts'
import styles from './library.module.css'

type CopyWayProps = {
  activityId: string
  itemId: string | null
  title: string
}

/** Into which class or space by hand, and go: the copy opens to be looked over before anybody is invited. */
export function CopyWay({ activityId, itemId, title }: CopyWayProps) {
  const { say } = useWords()
  const me = useMe()
  const [, goTo] = useLocation()
  const [id] = useState(newId)
  const [chosen, setChosen] = useState<string>()
  const { classId, spaceId } = useAskedPlace()
  const { data } = useRead(ListSpaces, {})
  const copy = useAct(CopyActivity, {
    refreshes: [ListActivities],
    onDone: () => goTo(`/activities/${id}/edit`),
  })
  const taught = (data?.spaces ?? []).flatMap((one) =>
    one.role === 'teacher' && !one.archived ? [{ ...one, id: one.classId ?? one.id, space: one }] : [],
  )
  const here = chooseClass(taught, chosen ?? spaceId ?? classId ?? null, lastClass(me.id))
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
        onClick={() => copy.mutate({ params: { id }, body: { ...whereOf(here.space), activityId, itemId } })}
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
