import { GetActivity, ListActivityWaiting } from '../../activities/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { Pending } from '../teacher/pending.tsx'
import { OpenQueue } from './fast-feedback.tsx'

/** The same desk, for the responses to one activity. */
export function ActivityFeedback({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const activity = useRead(GetActivity, { params: { id } })
  const waiting = useRead(ListActivityWaiting, { params: { id } })
  const { data: invited } = activity
  if (!invited || !waiting.data) {
    return <Pending error={activity.error ?? waiting.error} onTryAgain={() => waiting.refetch()} />
  }
  return <OpenQueue place={invited.space} waiting={waiting.data} back={`/activities/${id}`} />
}
