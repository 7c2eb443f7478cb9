import { Lock, LockOpen, Pencil, QrCode, Send, Trash2 } from 'lucide-react'
import { useLocation } from 'wouter'
import {
  CloseActivity,
  DeleteActivity,
  GetActivity,
  ListActivities,
  ListDeletedActivities,
  PublishActivity,
  ReopenActivity,
} from '../../activities/contract.ts'
import { ActivityInstructions } from '../../activities/web/activity-instructions.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { wayOf, whereOf } from '../teacher/taught-place.ts'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import type { Activity } from './activity-screen.tsx'
import { OnShelves } from './on-shelves.tsx'
import { Responses } from './responses.tsx'
import { useStanding } from './standing-words.ts'
import styles from './activities.module.css'

/** An activity as its teachers work with it: what it says, and what came of it side by side. */
export function TaughtActivity({ activity }: { activity: Activity }) {
  const { say } = useWords()
  const { title, may, publishedAt, origin, forEveryone, groupName, learnerIds } = activity
  const standing = useStanding({ ...activity, closed: activity.closing !== null })
  const { space } = activity
  const whom = forEveryone
    ? activity.space.name
    : groupName || say('activities.for-count', { count: learnerIds.length })
  return (
    <Page
      title={title || say('activities.untitled')}
      heading="work"
      lead={`${whom} · ${standing}`}
      bar={<TeacherBar {...whereOf(space)} />}
    >
      <Tools activity={activity} />
      {origin && (
        <p className={styles['count']}>
          {say('activities.copied-from', { name: origin.madeBy.name, school: origin.school })}
        </p>
      )}
      <details className={styles['more']} open={publishedAt === null || undefined}>
        <summary>{say('activities.what-it-says')}</summary>
        <ActivityInstructions content={activity} />
      </details>
      {may.seeResponses && <Responses activity={activity} />}
      {may.shelve && <OnShelves activityId={activity.id} />}
    </Page>
  )
}

const refreshes = [GetActivity, ListActivities, ListDeletedActivities]

function Tools({ activity }: { activity: Activity }) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const { id, may, publishedAt, closing, space } = activity
  const publish = useAct(PublishActivity, { refreshes })
  const close = useAct(CloseActivity, { refreshes })
  const reopen = useAct(ReopenActivity, { refreshes })
  const remove = useAct(DeleteActivity, {
    refreshes: [ListActivities, ListDeletedActivities],
    onDone: () => goTo(`${wayOf(space)}/activities`),
  })
  const error = publish.error ?? close.error ?? reopen.error ?? remove.error
  const body = { activityId: id }
  return (
    <>
      <div className={styles['tools']}>
        {may.publish && publishedAt === null && (
          <Button
            look="primary"
            icon={Send}
            busy={publish.isPending}
            onClick={() => publish.mutate({ params: { id } })}
          >
            {say('activities.publish')}
          </Button>
        )}
        {may.revise && (
          <ButtonLink icon={Pencil} href={`/activities/${id}/edit`}>
            {say('activities.edit')}
          </ButtonLink>
        )}
        {may.seeResponses && (
          <ButtonLink icon={QrCode} href={`${wayOf(space)}/papers?activity=${id}`}>
            {say('teacher.paper')}
          </ButtonLink>
        )}
        {may.close && !closing && (
          <Button
            icon={Lock}
            busy={close.isPending}
            onClick={() => close.mutate({ params: { id: newId() }, body })}
          >
            {say('activities.close')}
          </Button>
        )}
        {may.close && closing && (
          <Button
            icon={LockOpen}
            busy={reopen.isPending}
            onClick={() => reopen.mutate({ params: { id: closing.id } })}
          >
            {say('activities.reopen')}
          </Button>
        )}
        {may.remove && (
          <Button
            look="plain"
            icon={Trash2}
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { id: newId() }, body })}
          >
            {say('activities.delete')}
          </Button>
        )}
      </div>
      {error && (
        <Notice kind="problem">
          {(error instanceof ApiRefusal && error.sentence) || say('errors.failed')}
        </Notice>
      )}
    </>
  )
}
