import { ArrowLeft, LayoutGrid } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { type NamedSpace, wayOf } from '../teacher/taught-place.ts'
import { type FeedbackQueue, leftOf, type QueueStep } from './feedback-queue.ts'
import { useKeys } from './keys.ts'
import styles from './feedback.module.css'

type FeedbackEndProps = {
  place: NamedSpace
  queue: FeedbackQueue
  step: (step: QueueStep) => void
  back: string
}

/** The quiet end: what was skipped may wait for another day. */
export function FeedbackEnd({ place, queue, step, back }: FeedbackEndProps) {
  const { say } = useWords()
  const skipped = leftOf(queue).length
  useKeys({ ArrowLeft: () => queue.items.length > 0 && step({ kind: 'previous' }) })
  return (
    <EmptyState
      title={say(skipped > 0 ? 'teacher.through' : 'teacher.nothing-waiting')}
      action={
        <div className={styles['turns']}>
          <ButtonLink look="primary" icon={ArrowLeft} href={back}>
            {say(back === '/today' ? 'teacher.back-to-today' : 'activities.back-to-activity')}
          </ButtonLink>
          <ButtonLink icon={LayoutGrid} href={wayOf(place)}>
            {say(place.classId === null ? 'teacher.this-space' : 'teacher.see-wall')}
          </ButtonLink>
          {skipped > 0 && (
            <Button onClick={() => step({ kind: 'again' })}>
              {say('teacher.see-skipped', { count: skipped })}
            </Button>
          )}
        </div>
      }
    >
      <div role="status">
        {queue.given.size > 0 && <p>{say('teacher.answered', { count: queue.given.size })}</p>}
        {skipped > 0 && <p>{say('teacher.skipped', { count: skipped })}</p>}
      </div>
    </EmptyState>
  )
}
