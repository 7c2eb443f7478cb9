import { type Ref, useState } from 'react'
import { Link } from 'wouter'
import { TakenUp } from '../../feedback/web/taken-up.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetPiece } from '../../work/contract.ts'
import { Parts } from '../../work/web/parts.tsx'
import { AttemptStones } from '../piece/attempt-stones.tsx'
import type { Iteration, Piece } from '../piece/piece-screen.tsx'
import type { Waiting } from './feedback-queue.ts'
import { NotReached } from './not-reached.tsx'
import styles from './feedback.module.css'

type DeskWorkProps = { waiting: Waiting; heading: Ref<HTMLHeadingElement> }

/** The attempt itself, large, with its learner's words and the way that led to it. */
export function DeskWork({ waiting, heading }: DeskWorkProps) {
  const { say } = useWords()
  const { piece: tile } = waiting
  const { data: piece, error, refetch } = useRead(GetPiece, { params: { id: tile.id } })
  return (
    <article className={styles['work']}>
      <header className={styles['head']}>
        <h2 ref={heading} tabIndex={-1}>
          <Link href={`/pieces/${tile.id}`}>{tile.title || say('work.untitled')}</Link>
        </h2>
        <p className={styles['by']}>
          <Link href={`/learners/${tile.learner.id}`}>{tile.learner.name}</Link>
          {' · '}
          {say('ui.attempt-number', { number: waiting.number })}
          {' · '}
          <Time at={waiting.madeAt} />
        </p>
      </header>
      {piece && <Attempts piece={piece} answered={waiting.iterationId} />}
      {!piece && !error && <Loading />}
      {!piece && error && <NotReached error={error} onTryAgain={refetch} />}
    </article>
  )
}

function Attempts({ piece, answered }: { piece: Piece; answered: string }) {
  const { say } = useWords()
  const [looksAt, setLooksAt] = useState(answered)
  const { iterations } = piece
  const shown = iterations.find(({ id }) => id === looksAt) ?? iterations.at(-1)
  const asked = iterations.find(({ id }) => id === answered)
  if (!shown) return null
  return (
    <>
      {iterations.length > 1 && (
        <AttemptStones iterations={iterations} selected={shown.id} onSelect={setLooksAt} />
      )}
      {asked && shown.id !== asked.id && (
        <p className={styles['looking']} role="status">
          {say('teacher.looking-back', { number: shown.number, answered: asked.number })}{' '}
          <Button look="plain" onClick={() => setLooksAt(asked.id)}>
            {say('teacher.back-to-attempt', { number: asked.number })}
          </Button>
        </p>
      )}
      <WhatChanged iteration={shown} />
      <TakenUp pieceId={piece.id} iterationId={shown.id} />
      <Parts key={shown.id} parts={shown.parts} />
    </>
  )
}

/** The learner's own words come before the work they are about. */
function WhatChanged({ iteration }: { iteration: Iteration }) {
  const { say } = useWords()
  if (!iteration.whatChanged) return null
  return (
    <div className={styles['changed']}>
      <h3>{say('teacher.what-changed')}</h3>
      <p>{iteration.whatChanged}</p>
    </div>
  )
}
