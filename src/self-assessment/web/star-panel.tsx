import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { WaitingMarkFor } from '../../outbox/web/waiting-mark.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink, IconButton } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { useCompetencyWords } from './competency-words.ts'
import { EarlierWork } from './earlier-work.tsx'
import type { LitStar } from './glow-words.ts'
import styles from './sky.module.css'

/** One star from near: what it means, what lights it, and where earlier work may belong. */
export function StarPanel({ star, onClose }: { star: LitStar; onClose: () => void }) {
  const { say } = useWords()
  const { nameOf, plainOf } = useCompetencyWords()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // newer browsers answer with a promise, which is no way to undo an effect
    box.current?.scrollTo({ top: 0 })
  }, [star.id])
  const [name, plain] = [nameOf(star), plainOf(star)]
  return (
    <section ref={box} className={styles['panel']} aria-live="polite" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <IconButton icon={X} word={say('ui.close')} known onClick={onClose} />
      </header>
      <WaitingMarkFor id={star.id} />
      {plain && <p>{plain}</p>}
      <ReadAloud text={`${name}. ${plain}`} />
      {star.lights.length > 0 && (
        <>
          <h3>{say('self-assessment.lit-by')}</h3>
          <ul className={styles['lights']}>
            {star.lights.map(({ kind, id, at, piece, words }) => (
              <li key={id}>
                {piece ? (
                  <Link href={`/pieces/${piece.id}`}>{piece.title || say('self-assessment.untitled')}</Link>
                ) : (
                  <q>{kind === 'claim' && words === '' ? say('self-assessment.said-aloud') : words}</q>
                )}
                <small>
                  <Time at={at} />
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <EarlierWork key={star.id} competencyId={star.id} isDim={star.lights.length === 0} />
      <ButtonLink look="quiet" href={`/can-do/new?at=${star.id}`}>
        {say('self-assessment.claim-here')}
      </ButtonLink>
    </section>
  )
}
