import { lazy, type ReactNode, Suspense } from 'react'
import { afterwards } from '../../platform/web/patient-import.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Time } from '../../ui/time.tsx'
import type { Iteration, Piece } from './read-piece.ts'
import { WhatChanged } from './what-changed.tsx'
import styles from './piece.module.css'

const TakenUp = lazy(async () => ({
  default: (await afterwards(() => import('../../feedback/web/taken-up.tsx'))).TakenUp,
}))

type AttemptWordsProps = { piece: Piece; iteration: Iteration; tools: ReactNode }

/** Which attempt this is, when it was made, what changed since the one before, and which advice it takes up. */
export function AttemptWords({ piece, iteration, tools }: AttemptWordsProps) {
  const { say } = useWords()
  const only = piece.iterations.length === 1 && iteration.number === 1
  return (
    <section className={styles['attempt']}>
      <div className={styles['which']}>
        <h2>
          {only ? say('piece.made') : say('ui.attempt-number', { number: iteration.number })}
          <small>
            <Time at={iteration.madeAt} />
            {iteration.editedAt && ` · ${say('piece.edited')}`}
          </small>
        </h2>
        {tools}
      </div>
      <WhatChanged key={iteration.id} piece={piece} iteration={iteration} />
      {iteration.number > 1 && piece.may.readFeedback && (
        <Suspense fallback={null}>
          <TakenUp pieceId={piece.id} iterationId={iteration.id} />
        </Suspense>
      )}
    </section>
  )
}
