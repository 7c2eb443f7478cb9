import { ListWaitingForFeedback } from '../../feedback/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { Pending } from '../teacher/pending.tsx'
import { OpenQueue } from './fast-feedback.tsx'

/** The same desk, for what waits in a space by hand. */
export function SpaceFeedback({ params }: ScreenProps) {
  const id = params['spaceId'] ?? ''
  const waiting = useRead(ListWaitingForFeedback, { params: { id } })
  if (!waiting.data) return <Pending error={waiting.error} onTryAgain={waiting.refetch} />
  return <OpenQueue place={{ id, classId: null }} waiting={waiting.data} back="/today" />
}
