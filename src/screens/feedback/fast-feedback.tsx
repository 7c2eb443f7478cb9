import { useEffect, useReducer } from 'react'
import { useSearchParams } from 'wouter'
import { PinBoardProvider } from '../../pins/web/pin-board.tsx'
import { ListWaitingForFeedback } from '../../feedback/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { FeedbackDesk } from './feedback-desk.tsx'
import { FeedbackEnd } from './feedback-end.tsx'
import { currentOf, openQueue, stepQueue, type Waiting } from './feedback-queue.ts'
import { Pending } from '../teacher/pending.tsx'
import { type NamedSpace, whereOf } from '../teacher/taught-place.ts'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** Answering what is waiting, one attempt after the other, without leaving the keyboard. */
export function FastFeedback({ params }: ScreenProps) {
  const classId = params['id'] ?? ''
  const waiting = useRead(ListWaitingForFeedback, { params: { id: classId } })
  if (!waiting.data) return <Pending error={waiting.error} onTryAgain={waiting.refetch} />
  return <OpenQueue place={{ id: '', classId }} waiting={waiting.data} back="/today" />
}

type OpenQueueProps = {
  place: NamedSpace
  waiting: readonly Waiting[]
  back: string
}

/** A way through what waits, wherever it was gathered; `back` is where it began. */
export function OpenQueue({ place, waiting, back }: OpenQueueProps) {
  const { say } = useWords()
  const [search] = useSearchParams()
  const [queue, step] = useReducer(stepQueue, search.get('start'), (first) => openQueue(waiting, first))
  useEffect(() => step({ kind: 'arrived', items: waiting }), [waiting])
  const current = currentOf(queue)
  return (
    <Page title={say('teacher.feedback')} heading="unseen" bar={<TeacherBar {...whereOf(place)} />}>
      {current ? (
        <PinBoardProvider>
          <FeedbackDesk queue={queue} current={current} step={step} />
        </PinBoardProvider>
      ) : (
        <FeedbackEnd place={place} queue={queue} step={step} back={back} />
      )}
    </Page>
  )
}
