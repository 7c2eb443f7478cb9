import type { UseQueryResult } from '@tanstack/react-query'
import { ImagePlus } from 'lucide-react'
import { Link } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import type { ListWaitingForFeedback } from '../../feedback/contract.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { PieceTile } from '../../work/web/piece-tile.tsx'
import type { Waiting } from '../feedback/feedback-queue.ts'
import { NotReached } from './not-reached.tsx'
import styles from './today.module.css'

type WaitingListProps = { classId: string; waiting: UseQueryResult<Answer<typeof ListWaitingForFeedback>> }

const shown = 8

/** The attempts nobody has answered yet, longest waiting first, by their covers. */
export function WaitingList({ classId, waiting }: WaitingListProps) {
  const { say } = useWords()
  if (waiting.error && !waiting.data) {
    return <NotReached error={waiting.error} onTryAgain={waiting.refetch} />
  }
  if (!waiting.data) return null
  if (waiting.data.length === 0) return <NothingWaiting classId={classId} />
  const more = waiting.data.length - shown
  return (
    <Section
      title={say('teacher.waiting', { count: waiting.data.length })}
      action={<PostWay classId={classId} />}
    >
      <ul className={styles['covers']}>
        {waiting.data.slice(0, shown).map((one) => (
          <li key={one.iterationId}>
            <WaitingTile classId={classId} waiting={one} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Link className={styles['more']} href={`/classes/${classId}/feedback`}>
          {say('teacher.waiting-more', { count: more })}
        </Link>
      )}
    </Section>
  )
}

function WaitingTile({ classId, waiting }: { classId: string; waiting: Waiting }) {
  const { say } = useWords()
  return (
    <>
      <PieceTile
        piece={waiting.piece}
        href={`/classes/${classId}/feedback?start=${waiting.iterationId}`}
        showLearner
      />
      <p className={styles['since']}>
        {say('teacher.made')} <Time at={waiting.madeAt} />
      </p>
    </>
  )
}

function NothingWaiting({ classId }: { classId: string }) {
  const { say } = useWords()
  return (
    <EmptyState title={say('teacher.nothing-waiting')} action={<PostWay classId={classId} />}>
      <p>{say('teacher.nothing-waiting-meaning')}</p>
    </EmptyState>
  )
}

function PostWay({ classId }: { classId: string }) {
  const { say } = useWords()
  return (
    <ButtonLink look="plain" icon={ImagePlus} href={`/classes/${classId}/post`}>
      {say('teacher.post-for-several')}
    </ButtonLink>
  )
}
