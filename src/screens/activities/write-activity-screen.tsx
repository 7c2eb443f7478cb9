import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import {
  GetActivity,
  ListActivities,
  ListActivityRevisions,
  PublishActivity,
  ReviseActivity,
  WriteActivity,
} from '../../activities/contract.ts'
import { draftOf, type NewContent, newDraft } from '../../activities/web/activity-draft.ts'
import { ActivityEditor } from '../../activities/web/activity-editor.tsx'
import { newId } from '../../platform/new-id.ts'
import { type Answer, call } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListLearners } from '../../schools/contract.ts'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** A new activity for a class: its id is made once and kept with the draft, so that it is written once. */
export function NewActivity({ params }: ScreenProps) {
  const { say } = useWords()
  const classId = params['id'] ?? ''
  const [begun] = useState(() => newDraft(newId()))
  const learners = useRead(ListLearners, { params: { id: classId } })
  const done = useLeave()
  if (!learners.data) return <Pending error={learners.error} onTryAgain={learners.refetch} />
  const keep = async (id: string, content: NewContent, publish: boolean) => {
    await call(WriteActivity, { params: { id }, body: { classId, ...content } })
    if (publish) await call(PublishActivity, { params: { id } })
    await done(id)
  }
  return (
    <Page
      title={say('activities.new-activity')}
      lead={learners.data.name}
      width="reading"
      bar={<TeacherBar classId={classId} />}
    >
      <ActivityEditor
        place={`activity-new-${classId}`}
        initial={begun}
        learners={learners.data.learners}
        published={false}
        onKeep={keep}
      />
    </Page>
  )
}

export function EditActivity({ params }: ScreenProps) {
  const activity = useRead(GetActivity, { params: { id: params['id'] ?? '' } })
  if (!activity.data) return <Pending error={activity.error} onTryAgain={activity.refetch} />
  return activity.data.may.revise ? <Editing activity={activity.data} /> : <Nowhere />
}

function Editing({ activity }: { activity: Answer<typeof GetActivity> }) {
  const { say } = useWords()
  const [seen] = useState(activity)
  const { id, class: of, revision } = seen
  const learners = useRead(ListLearners, { params: { id: of.id } })
  const done = useLeave()
  if (!learners.data) return <Pending error={learners.error} onTryAgain={learners.refetch} />
  const keep = async (_id: string, content: NewContent, publish: boolean) => {
    await call(ReviseActivity, { params: { id, revision: revision + 1 }, body: content })
    if (publish) await call(PublishActivity, { params: { id } })
    await done(id)
  }
  return (
    <Page
      title={say('activities.edit-activity')}
      lead={of.name}
      width="reading"
      bar={<TeacherBar classId={of.id} />}
    >
      <ActivityEditor
        place={`activity-${id}-${revision}`}
        initial={draftOf(seen)}
        files={seen}
        learners={learners.data.learners}
        published={seen.publishedAt !== null}
        onKeep={keep}
      />
    </Page>
  )
}

function useLeave() {
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  return async (id: string) => {
    const stale = [GetActivity, ListActivities, ListActivityRevisions]
    await Promise.all(stale.map(({ name }) => queries.invalidateQueries({ queryKey: [name] })))
    goTo(`/activities/${id}`, { replace: true })
  }
}
