import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useMe } from '../../people/web/me.tsx'
import { newId } from '../../platform/new-id.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import { AttemptThumbnail } from '../../growth/web/attempt-thumbnail.tsx'
import { GetPiece } from '../../work/contract.ts'
import { usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import { BringPiece } from '../contract.ts'
import { longestQuestion } from '../critique.ts'
import type { Step } from '../protocol.ts'
import { critiqueReads } from './critique-reads.ts'
import { useProtocolWords } from './protocol-words.ts'
import styles from './critiques.module.css'

type BringPieceFormProps = {
  roundId: string
  /** "Noor, Kʼi and your teachers" */
  audience: string
  /** Where the protocol lets the maker ask. */
  asks: Step | undefined
  onDone: () => void
}

/** A learner chooses one attempt of their own; who will see it, and until when, stands beside the button. */
export function BringPieceForm({ roundId, audience, asks, onDone }: BringPieceFormProps) {
  const { say } = useWords()
  const me = useMe()
  const { pieces } = usePortfolio(me.id)
  const [pieceId, setPieceId] = useState<string>()
  if (!pieces) return <Loading />
  if (pieces.length === 0) return <p>{say('critiques.nothing-to-bring')}</p>
  return (
    <div className={styles['form']}>
      <fieldset className={styles['pieces']}>
        <legend>{say('critiques.which-work')}</legend>
        {pieces.map((piece) => (
          <label key={piece.id} className={styles['piece']}>
            <input
              type="radio"
              name="piece"
              checked={piece.id === pieceId}
              onChange={() => setPieceId(piece.id)}
            />
            {piece.title || say('work.untitled')}
          </label>
        ))}
      </fieldset>
      {pieceId && (
        <ChosenPiece
          key={pieceId}
          pieceId={pieceId}
          roundId={roundId}
          audience={audience}
          asks={asks}
          onDone={onDone}
        />
      )}
    </div>
  )
}

function ChosenPiece({
  pieceId,
  roundId,
  audience,
  asks,
  onDone,
}: BringPieceFormProps & { pieceId: string }) {
  const { say } = useWords()
  const { tell, starters } = useProtocolWords()
  const id = useRef(newId())
  const { data: piece } = useRead(GetPiece, { params: { id: pieceId } })
  const [number, setNumber] = useState<string>()
  const [question, setQuestion] = useState('')
  const bring = useKeep(BringPiece, { as: 'critiques.waiting-bring', refreshes: critiqueReads, onDone })
  if (!piece) return <Loading />
  const attempt = piece.iterations.find((one) => String(one.number) === number) ?? piece.iterations.at(-1)
  if (!attempt) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (bring.isPending) return
    bring.mutate({
      params: { id: id.current },
      body: { roundId, iterationId: attempt.id, question: question.trim() },
    })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      {piece.iterations.length > 1 && (
        <Segments
          label={say('critiques.which-attempt')}
          value={String(attempt.number)}
          onChange={setNumber}
          choices={piece.iterations.map((one) => ({ value: String(one.number), label: String(one.number) }))}
        />
      )}
      <div className={styles['chosen']}>
        <AttemptThumbnail attempt={attempt} size="large" />
      </div>
      {asks && (
        <TextArea
          label={tell(asks.name)}
          hint={say('critiques.question-hint')}
          placeholder={starters(asks)[0]}
          optional
          rows={2}
          maxLength={longestQuestion}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
      )}
      {bring.error && (
        <Notice kind="problem">
          {bring.error instanceof ApiRefusal ? bring.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <p>{say('critiques.bring-consent', { number: attempt.number, audience })}</p>
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={bring.isPending}>
          {say('critiques.bring', { number: attempt.number })}
        </Button>
      </div>
    </form>
  )
}
