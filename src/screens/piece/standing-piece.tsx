import { Columns2, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Parts } from '../../work/web/parts.tsx'
import { AttemptStones } from './attempt-stones.tsx'
import { AttemptTalk } from './attempt-talk.tsx'
import { AttemptWords } from './attempt-words.tsx'
import { type Deleted, DeletedAttempt } from './deleted-attempt.tsx'
import { PieceName } from './piece-name.tsx'
import type { Iteration, Piece } from './piece-screen.tsx'
import { PieceTools } from './piece-tools.tsx'
import { ThenAndNow } from './then-and-now.tsx'
import { WhoSeesPiece } from './who-sees.tsx'
import styles from './piece.module.css'

/** The work and beside it, like the label in a gallery, whose it is, how it grew and what was said. */
export function StandingPiece({ piece }: { piece: Piece }) {
  const { iteration, choose, comparing, compare } = useChosen(piece)
  const [deleted, setDeleted] = useState<Deleted>()
  if (!iteration) return null
  return (
    <>
      {deleted && <DeletedAttempt deleted={deleted} onSettled={() => setDeleted(undefined)} />}
      <article className={classNames(styles['piece'], comparing && styles['comparing'])}>
        <PieceName piece={piece} />
        {comparing && <Leave onLeave={() => compare(false)} />}
        <div className={classNames(styles['left'], sticks(iteration) && styles['sticks'])}>
          {comparing ? (
            <ThenAndNow iterations={piece.iterations} />
          ) : (
            <>
              <div className={styles['work']} key={iteration.id}>
                <Parts parts={iteration.parts} />
              </div>
              <Way piece={piece} iteration={iteration} choose={choose} compare={compare} />
            </>
          )}
        </div>
        {!comparing && (
          <div className={styles['beside']}>
            <WhoSeesPiece piece={piece} />
            <AttemptWords
              piece={piece}
              iteration={iteration}
              tools={<PieceTools piece={piece} iteration={iteration} onAttemptDeleted={setDeleted} />}
            />
            <AttemptTalk piece={piece} iteration={iteration} />
          </div>
        )}
      </article>
    </>
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
  compare: (on: boolean) => void
}

function Way({ piece, iteration, choose, compare }: WayProps) {
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
          <Button icon={Columns2} onClick={() => compare(true)}>
            {say('piece.compare')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The chosen attempt is part of the address, so that it can be linked to and gone back to. */
function useChosen({ iterations }: Piece) {
  const [search, setSearch] = useSearchParams()
  const number = Number(search.get('attempt'))
  const iteration = iterations.find((one) => one.number === number) ?? iterations.at(-1)
  return {
    iteration,
    choose: (id: string) => {
      const chosen = iterations.find((one) => one.id === id)
      if (chosen) setSearch({ attempt: String(chosen.number) }, { replace: true })
    },
    comparing: search.has('compare') && iterations.length > 1,
    compare: (on: boolean) =>
      setSearch(on ? { compare: '' } : iteration ? { attempt: String(iteration.number) } : {}),
  }
}

/** One picture alone stays in sight while what was said about it is read. */
function sticks({ parts }: Iteration): boolean {
  const [only, ...others] = parts
  return others.length === 0 && only?.kind === 'media' && only.media.kind === 'picture'
}
