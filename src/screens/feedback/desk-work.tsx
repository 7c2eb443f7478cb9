import { type Ref, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { pinMarks } from '../../feedback/web/pin-marks.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetPiece } from '../../work/contract.ts'
import { Parts } from '../../work/web/parts.tsx'
import { AttemptStones } from '../piece/attempt-stones.tsx'
import type { Iteration } from '../piece/read-piece.ts'
import type { Waiting } from './feedback-queue.ts'
import { NotReached } from '../teacher/not-reached.tsx'
import styles from './feedback.module.css'

type DeskWorkProps = { waiting: Waiting; heading: Ref<HTMLHeadingElement> }

/** The attempt itself, large, and the way that led to it. */
export function DeskWork({ waiting, heading }: DeskWorkProps) {
  const { say } = useWords()
  const { piece: tile, iterationId } = waiting
  const { data: piece, error, refetch } = useRead(GetPiece, { params: { id: tile.id } })
  const [looksAt, setLooksAt] = useState(iterationId)
  const iterations = piece?.iterations ?? []
  const shown = iterations.find(({ id }) => id === looksAt) ?? iterations.at(-1)
  const marks = useMemo(() => shown && pinMarks({ pieceId: tile.id, iteration: shown }), [tile.id, shown])
  return (
    <article className={styles['work']}>
      <header className={styles['head']}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            <Link href={`/pieces/${tile.id}`}>{tile.title || say('work.untitled')}</Link>
          </h2>
          <p className={styles['by']}>
            {piece?.may.openLearner ? (
              <Link href={`/learners/${tile.learner.id}`}>{tile.learner.name}</Link>
            ) : (
              tile.learner.name
            )}
            {' · '}
            {say('ui.attempt-number', { number: waiting.number })}
            {' · '}
            <Time at={waiting.madeAt} />
          </p>
        </div>
        {shown && iterations.length > 1 && (
          <AttemptStones iterations={iterations} selected={shown.id} onSelect={setLooksAt} />
        )}
      </header>
      {shown && shown.id !== iterationId && (
        <LookingBack shown={shown} waiting={waiting} onReturn={() => setLooksAt(iterationId)} />
      )}
      {shown && <Parts key={shown.id} parts={shown.parts} marks={marks} />}
      {!piece && !error && <Loading />}
      {!piece && error && <NotReached error={error} onTryAgain={refetch} />}
    </article>
  )
}

type LookingBackProps = { shown: Iteration; waiting: Waiting; onReturn: () => void }

/** So that nobody answers an earlier attempt by mistake. */
function LookingBack({ shown, waiting, onReturn }: LookingBackProps) {
  const { say } = useWords()
  return (
    <div className={styles['looking']} role="status">
      <p>
        {say('teacher.looking-back', { number: shown.number, answered: waiting.number })}{' '}
        <Button look="plain" onClick={onReturn}>
          {say('teacher.back-to-attempt', { number: waiting.number })}
        </Button>
      </p>
      <WhatChanged words={shown.whatChanged} />
    </div>
  )
}

/** The learner's own words on what is new in an attempt. */
export function WhatChanged({ words }: { words: string }) {
  const { say } = useWords()
  if (!words) return null
  return (
    <div className={styles['changed']}>
      <h3>{say('teacher.what-changed')}</h3>
      <p>{words}</p>
    </div>
  )
}
