import { lazy, Suspense, useState } from 'react'
import { v7 } from 'uuid'
import { useLocation, useSearchParams } from 'wouter'
import { Respond } from '../../activities/contract.ts'
import { ListFeedback, ListUnanswered, ReplyToFeedback } from '../../feedback/contract.ts'
import { GetRounds, ListReturned } from '../../rounds/contract.ts'
import type { Write } from '../../outbox/entry.ts'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { PersonBar } from '../../people/web/top-bar.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { AddIteration, GetPiece, GetPortfolio } from '../../work/contract.ts'
import { CaptureForm, type Kept } from '../../work/web/capture-form.tsx'
import { usePieceWithWaiting } from '../../work/web/use-waiting-work.ts'
import styles from './next-attempt.module.css'
import { WayBack } from './way-back.tsx'

type Piece = Answer<typeof GetPiece>

/** What stands beside may come a moment later than what one is here to do. */
const Parts = lazy(async () => ({
  default: (await import('../../work/web/parts.tsx')).Parts,
}))

const AnswersFeedback = lazy(async () => ({
  default: (await import('./answers-feedback.tsx')).AnswersFeedback,
}))
const RoundAhead = lazy(async () => ({
  default: (await import('../../rounds/web/round-ahead.tsx')).RoundAhead,
}))

/** Another go at a piece, with the attempt before it at its side. */
export function NextAttempt({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['id'] ?? ''
  const read = useRead(GetPiece, { params: { id } })
  const piece = usePieceWithWaiting(id, read)
  if (piece?.may.revise) return <Attempt piece={piece} />
  if (piece || read.isError) return <Nowhere />
  return (
    <Page title={say('learner.next-attempt')} heading="unseen" bar={<PersonBar />}>
      <Loading />
    </Page>
  )
}

function Attempt({ piece }: { piece: Piece }) {
  const { say } = useWords()
  const [answered, setAnswered] = useState<readonly string[]>([])
  const keep = useNextAttempt(piece, answered)
  const latest = piece.iterations.at(-1)
  const title = piece.title || say('work.untitled')
  return (
    <Page
      title={say('learner.attempt-number', { number: (latest?.number ?? 0) + 1 })}
      bar={<PersonBar place={<WayBack href={`/pieces/${piece.id}`}>{title}</WayBack>} />}
    >
      <div className={styles['beside']}>
        <CaptureForm
          draftKey={`next-${piece.id}`}
          saveLabel={say('learner.save-attempt')}
          asksTitle={false}
          asksWhatChanged
          pictures={latest ? picturesIn(latest) : []}
          onKeep={keep}
        >
          <Suspense fallback={null}>
            <AnswersFeedback pieceId={piece.id} answered={answered} onChange={setAnswered} />
          </Suspense>
        </CaptureForm>
        <div className={styles['around']}>
          <Suspense fallback={null}>
            <RoundAhead pieceId={piece.id} iterationId={latest?.id} />
          </Suspense>
          {latest && (
            <aside
              className={styles['before']}
              aria-label={say('learner.attempt-before', { number: latest.number })}
            >
              <h2>{say('learner.attempt-before', { number: latest.number })}</h2>
              <Suspense fallback={<Loading />}>
                <Parts parts={latest.parts} size="beside" />
              </Suspense>
            </aside>
          )}
        </div>
      </div>
    </Page>
  )
}

/** The pictures of an attempt, to be drawn on. */
function picturesIn({ parts }: Piece['iterations'][number]) {
  return parts.flatMap((part) => {
    const address = part.kind === 'media' && part.media.kind === 'picture' && screenAddress(part.media)
    return part.kind === 'media' && address
      ? [{ mediaId: part.media.id, name: part.media.name, address }]
      : []
  })
}

function screenAddress({
  renditions,
}: Extract<Piece['iterations'][number]['parts'][number], { kind: 'media' }>['media']) {
  return renditions.find(({ name }) => name === 'screen')?.address ?? renditions.at(-1)?.address
}

/** The attempt first, then which feedback it takes up: they travel as one. */
function useNextAttempt(piece: Piece, answered: readonly string[]) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const [iterationId] = useState(() => v7())
  const responding = useRespondingWith(piece.id)
  const keepAttempt = useKeepAll({
    as: 'work.waiting-attempt',
    values: () => ({ title: piece.title || say('work.untitled'), name: piece.title, piece: piece.id }),
    refreshes: [GetPiece, ListFeedback, ListUnanswered, ListReturned, GetRounds, GetPortfolio],
  })
  return async ({ parts, whatChanged, draft, beside }: Kept) => {
    const attempt = { params: { id: iterationId }, body: { pieceId: piece.id, parts, whatChanged } }
    const replies = answered.map((feedbackId) =>
      write(ReplyToFeedback, { params: { id: v7() }, body: { feedbackId, kind: 'used', iterationId } }),
    )
    await keepAttempt([write(AddIteration, attempt), ...replies, ...responding, ...beside], { draft })
    goTo(`/pieces/${piece.id}`, { replace: true })
  }
}

/** Begun from an activity (`?for=`), the new attempt is also the response to it. */
function useRespondingWith(pieceId: string): readonly Write[] {
  const [search] = useSearchParams()
  const [ids] = useState(() => ({ response: v7(), share: v7() }))
  const activityId = search.get('for')
  if (!activityId) return []
  return [write(Respond, { params: { id: ids.response }, body: { activityId, pieceId, shareId: ids.share } })]
}
