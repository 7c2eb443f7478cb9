import { useState } from 'react'
import { Link } from 'wouter'
import { TakeBackPiece } from '../../critiques/contract.ts'
import { makersStep, type Protocol } from '../../critiques/protocol.ts'
import { BringPieceForm } from '../../critiques/web/bring-piece-form.tsx'
import { CritiqueCard } from '../../critiques/web/critique-card.tsx'
import { critiqueReads } from '../../critiques/web/critique-reads.ts'
import { useMe } from '../../people/web/me.tsx'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import type { Round } from './critique-round.tsx'
import styles from './critiques.module.css'

/** A learner's table: what I bring, whose work waits for my words, and what I said. */
export function OwnTable({ round, protocol }: { round: Round; protocol: Protocol }) {
  const { say } = useWords()
  const me = useMe()
  const seats = round.tables.flatMap((table) => table.seats)
  const own = seats.find(({ learner }) => learner.id === me.id)
  const others = seats.filter(({ learner }) => learner.id !== me.id)
  const isTurn = (id: string) => own?.turns.find(({ maker }) => maker.id === id)
  return (
    <>
      <Section title={say('critiques.my-work')}>
        <OwnWork round={round} protocol={protocol} own={own} />
      </Section>
      <Section title={say('critiques.my-table')}>
        <ul className={styles['seats']}>
          {others.map(({ learner, brought }) => {
            const turn = isTurn(learner.id)
            return (
              <li key={learner.id} className={styles['seat']}>
                <Face person={learner} />
                <span>
                  <strong>{learner.name}</strong>
                  {brought ? (
                    <Link href={`/bringings/${brought.id}`}>{brought.title || say('work.untitled')}</Link>
                  ) : (
                    <small>{say('critiques.nothing-brought')}</small>
                  )}
                  {brought && turn && (
                    <small>{say(turn.done ? 'critiques.turn-done' : 'critiques.turn-open')}</small>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      </Section>
      {round.said.length > 0 && (
        <Section title={say('critiques.i-said')}>
          {round.said.map(({ maker, critique }) => (
            <div key={critique.id} className={styles['form']}>
              <p>{say('critiques.said-to', { name: maker.name })}</p>
              <CritiqueCard critique={critique} protocol={protocol} question="" />
            </div>
          ))}
        </Section>
      )}
    </>
  )
}

type OwnWorkProps = {
  round: Round
  protocol: Protocol
  own: Round['tables'][number]['seats'][number] | undefined
}

function OwnWork({ round, protocol, own }: OwnWorkProps) {
  const { say, sayList } = useWords()
  const me = useMe()
  const [choosing, setChoosing] = useState(false)
  const takeBack = useAct(TakeBackPiece, { refreshes: critiqueReads })
  const table = round.tables.flatMap(({ seats }) => seats.map(({ learner }) => learner))
  const names = table.filter(({ id }) => id !== me.id).map(({ name }) => name)
  const audience = sayList([...names, say('critiques.your-teachers')])
  if (own?.brought && !choosing) {
    const { id, title, number } = own.brought
    return (
      <div className={styles['form']}>
        <p>
          <Link href={`/bringings/${id}`}>{title || say('work.untitled')}</Link> ·{' '}
          {say('ui.attempt-number', { number })}
        </p>
        {round.running && <p className={styles['quiet']}>{say('critiques.they-see', { audience })}</p>}
        <div className={styles['buttons']}>
          <ButtonLink href={`/bringings/${id}`}>{say('critiques.read-words')}</ButtonLink>
          {round.may.bring && (
            <Button look="plain" onClick={() => setChoosing(true)}>
              {say('critiques.bring-other')}
            </Button>
          )}
          <Button look="plain" busy={takeBack.isPending} onClick={() => takeBack.mutate({ params: { id } })}>
            {say('critiques.take-back')}
          </Button>
        </div>
        {takeBack.error && <Notice kind="problem">{say('feedback.not-sent')}</Notice>}
      </div>
    )
  }
  if (!round.may.bring) return <p>{say('critiques.table-closed')}</p>
  return (
    <BringPieceForm
      roundId={round.id}
      audience={audience}
      asks={makersStep(protocol)}
      onDone={() => setChoosing(false)}
    />
  )
}
