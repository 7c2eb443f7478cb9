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
import type { Write } from '../../outbox/entry.ts'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { Pending } from '../teacher/pending.tsx'
import { type TaughtPlace, useTaughtPlace } from '../teacher/taught-place.ts'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** A new activity for a class or a space by hand: its id is made once and kept with the draft, so that it is written once. */
export function NewActivity({ params }: ScreenProps) {
  const { say } = useWords()
  const [begun] = useState(() => newDraft(newId()))
  const { place, error, refetch } = useTaughtPlace(params)
  const keepAndLeave = useKeepAndLeave()
  if (!place) return <Pending error={error} onTryAgain={refetch} />
  if (!place.teaches) return <Nowhere />
  const keep = async (id: string, content: NewContent, publish: boolean) => {
    const written = write(WriteActivity, { params: { id }, body: { ...place.where, ...content } })
    await keepAndLeave(place, id, content.title ?? '', written, publish)
  }
  return (
    <Page
      title={say('activities.new-activity')}
      lead={place.name}
      width="reading"
      bar={<TeacherBar {...place.where} />}
    >
      <ActivityEditor
        place={`activity-new-${place.id}`}
        initial={begun}
        byHand={place.byHand}
        learners={place.learners}
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
  const { id, space, revision } = seen
  const { place, error, refetch } = useTaughtPlace(
    space.classId === null ? { spaceId: space.id } : { id: space.classId },
  )
  const keepAndLeave = useKeepAndLeave()
  if (!place) return <Pending error={error} onTryAgain={refetch} />
  const keep = async (_id: string, content: NewContent, publish: boolean) => {
    const revised = write(ReviseActivity, { params: { id, revision: revision + 1 }, body: content })
    await keepAndLeave(place, id, content.title ?? '', revised, publish)
  }
  return (
    <Page
      title={say('activities.edit-activity')}
      lead={place.name}
      width="reading"
      bar={<TeacherBar {...place.where} />}
    >
      <ActivityEditor
        place={`activity-${id}-${revision}`}
        initial={draftOf(seen)}
        files={seen}
        byHand={place.byHand}
        learners={place.learners}
        published={seen.publishedAt !== null}
        onKeep={keep}
      />
    </Page>
  )
}

/** Kept on this device first; without a network one goes on to the activities, where it will be once it has arrived. */
function useKeepAndLeave() {
  const [, goTo] = useLocation()
  const keepAll = useKeepAll({
    as: 'activities.waiting-activity',
    values: (sent) => ({ title: sent as string }),
    refreshes: [GetActivity, ListActivities, ListActivityRevisions],
  })
  return async (place: TaughtPlace, id: string, title: string, written: Write, publish: boolean) => {
    const publication = publish ? [write(PublishActivity, { params: { id } })] : []
    const outcome = await keepAll([written, ...publication], { sent: title })
    goTo(outcome === 'waiting' ? `${place.way}/activities` : `/activities/${id}`, { replace: true })
  }
}
