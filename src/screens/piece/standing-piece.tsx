import { afterwards } from '../../platform/web/patient-import.ts'
import { ArrowLeftRight, Plus, X } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { InvitationBeside } from '../../activities/web/invitation-beside.tsx'
import { PinBoardProvider } from '../../pins/web/pin-board.tsx'
import { pinMarks } from '../../feedback/web/pin-marks.tsx'
import { useHat, useMe } from '../../people/web/me.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Loading } from '../../ui/ways.tsx'
import { Parts } from '../../work/web/parts.tsx'
import { AttemptStones } from './attempt-stones.tsx'
import { AttemptWords } from './attempt-words.tsx'
import { useChosenAttempt } from './chosen-attempt.ts'
import { type Deleted, DeletedAttempt } from './deleted-attempt.tsx'
import { PieceName } from './piece-name.tsx'
import type { Iteration, Piece } from './read-piece.ts'
import { PieceTools } from './piece-tools.tsx'
import { WhoSeesPiece } from './who-sees.tsx'
import styles from './piece.module.css'

/** Comparing is fetched when somebody compares: the page itself stays light. */
const CompareAttempts = lazy(async () => ({
  default: (await import('../../growth/web/compare-attempts.tsx')).CompareAttempts,
}))

/** What it needed is said after it was looked at: fetched when the page is there. */
const PieceTags = lazy(async () => ({
  default: (await afterwards(() => import('../../self-assessment/web/piece-tags.tsx'))).PieceTags,
}))

/** What was said comes a moment after the work it is about. */
const PieceReflections = lazy(async () => ({
  default: (await afterwards(() => import('../../reflections/web/piece-reflections.tsx'))).PieceReflections,
}))
const RoundBeside = lazy(async () => ({
  default: (await afterwards(() => import('../../rounds/web/round-beside.tsx'))).RoundBeside,
}))
const AttemptTalk = lazy(async () => ({
  default: (await afterwards(() => import('./attempt-talk.tsx'))).AttemptTalk,
}))
const PieceFiling = lazy(async () => ({
  default: (await import('../../filings/web/piece-filing.tsx')).PieceFiling,
}))
const PieceCritiques = lazy(async () => ({
  default: (await afterwards(() => import('../../critiques/web/piece-critiques.tsx'))).PieceCritiques,
}))
/** A guardian of a family that reads another language. */
const ReadOtherwise = lazy(async () => ({
  default: (await afterwards(() => import('../../translations/web/read-otherwise.tsx'))).ReadOtherwise,
}))

const PieceRemarks = lazy(async () => ({
  default: (await afterwards(() => import('../../remarks/web/piece-remarks.tsx'))).PieceRemarks,
}))

/** The work and beside it, like the label in a gallery, whose it is, how it grew and what was said. */
export function StandingPiece({ piece }: { piece: Piece }) {
  const { iteration, choose, comparison, compare, leave } = useChosenAttempt(piece)
  const me = useMe()
  const [hat] = useHat()
  const { readFeedback: readsFeedback, openLearner: knowsLearner } = piece.may
  const [deleted, setDeleted] = useState<Deleted>()
  const marks = useMemo(
    () => (iteration && readsFeedback ? pinMarks({ pieceId: piece.id, iteration }) : undefined),
    [piece.id, iteration, readsFeedback],
  )
  if (!iteration) return null
  return (
    <PinBoardProvider>
      {deleted && <DeletedAttempt deleted={deleted} onSettled={() => setDeleted(undefined)} />}
      <article className={classNames(styles['piece'], comparison && styles['comparing'])}>
        <PieceName piece={piece} />
        {comparison && <Leave onLeave={leave} />}
        <div className={classNames(styles['left'], !comparison && sticks(iteration) && styles['sticks'])}>
          {comparison ? (
            <Suspense fallback={<Loading />}>
              <CompareAttempts
                attempts={piece.iterations}
                comparison={comparison}
                onChange={compare}
                hrefOf={({ number }) => `/pieces/${piece.id}?attempt=${number}`}
              />
            </Suspense>
          ) : (
            <>
              <div className={styles['work']} key={iteration.id}>
                <Parts parts={iteration.parts} marks={marks} />
              </div>
              <Way piece={piece} iteration={iteration} choose={choose} onCompare={() => compare({})} />
            </>
          )}
        </div>
        {!comparison && (
          <div className={styles['beside']}>
            <WhoSeesPiece piece={piece} />
            <InvitationBeside pieceId={piece.id} />
            <AttemptWords
              piece={piece}
              iteration={iteration}
              tools={<PieceTools piece={piece} iteration={iteration} onAttemptDeleted={setDeleted} />}
            />
            {isBrought(piece, iteration, me.id) && (
              <Suspense fallback={null}>
                <PieceFiling
                  pieceId={piece.id}
                  iterationId={iteration.id}
                  only={piece.iterations.length === 1}
                />
              </Suspense>
            )}
            {hat === 'guardian' && (
              <Suspense fallback={null}>
                <ReadOtherwise href={`/children/work/${piece.id}`} />
              </Suspense>
            )}
            {readsFeedback && (
              <Suspense fallback={null}>
                <RoundBeside piece={piece} iterationId={iteration.id} />
              </Suspense>
            )}
            <Suspense fallback={null}>
              <PieceReflections pieceId={piece.id} iterationId={iteration.id} learner={piece.learner} />
            </Suspense>
            {readsFeedback && (
              <Suspense fallback={null}>
                {knowsLearner && <PieceTags pieceId={piece.id} learner={piece.learner} />}
                <AttemptTalk piece={piece} iteration={iteration} />
              </Suspense>
            )}
            <Suspense fallback={null}>
              <PieceCritiques pieceId={piece.id} iterationId={iteration.id} />
            </Suspense>
            <Suspense fallback={null}>
              <PieceRemarks pieceId={piece.id} mine={piece.learner.id === me.id} />
            </Suspense>
          </div>
        )}
      </article>
    </PinBoardProvider>
  )
}

function Leave({ onLeave }: { onLeave: () => void }) {
  const { say } = useWords()
  return (
    <Button className={styles['leave']} icon={X} onClick={onLeave}>
      {say('piece.compare-leave')}
    </Button>
  )
}

type WayProps = {
  piece: Piece
  iteration: Iteration
  choose: (id: string) => void
  onCompare: () => void
}

function Way({ piece, iteration, choose, onCompare }: WayProps) {
  const { say } = useWords()
  const several = piece.iterations.length > 1
  if (!several && !piece.may.revise) return null
  return (
    <div className={styles['way']}>
      {several && <AttemptStones iterations={piece.iterations} selected={iteration.id} onSelect={choose} />}
      <div className={styles['acts']}>
        {piece.may.revise && (
          <ButtonLink className={styles['next']} look="primary" icon={Plus} href={`/pieces/${piece.id}/next`}>
            {say('piece.add-attempt')}
          </ButtonLink>
        )}
        {several && (
          <Button icon={ArrowLeftRight} onClick={onCompare}>
            {say('piece.compare')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Whether this may be what I filed to somebody; the server says so, and what may be done about it. */
function isBrought(piece: Piece, iteration: Iteration, me: string): boolean {
  return piece.learner.id !== me && (iteration.madeBy.id === me || piece.createdBy.id === me)
}

/** One picture alone stays in sight while what was said about it is read. */
function sticks({ parts }: Iteration): boolean {
  const [only, ...others] = parts
  return others.length === 0 && only?.kind === 'media' && only.media.kind === 'picture'
}
