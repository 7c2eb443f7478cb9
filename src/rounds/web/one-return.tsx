import { Plus, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { ListWaitingForFeedback } from '../../feedback/contract.ts'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { AnswerReturn, GetRounds, ListReturned, WithdrawReturn } from '../contract.ts'
import { longestTryNext } from '../round.ts'
import type { Rounds } from './round-beside.tsx'
import { RoundForm } from './round-form.tsx'
import styles from './rounds.module.css'

type Return = Rounds['returns'][number]

/** An attempt that went back: what to try, and what became of it. Nothing counts these. */
export function OneReturn({ given, pieceId }: { given: Return; pieceId: string }) {
  const { say } = useWords()
  const { id, tryNext, returnedBy, returnedAt, nextNumber, answer, may } = given
  const waits = nextNumber === null && answer === null
  return (
    <section className={styles['return']} aria-label={say('rounds.another-go')}>
      <h3>
        <RotateCcw aria-hidden />
        {say('rounds.another-go')}
      </h3>
      <p className={styles['by']}>
        {returnedBy.name} · <Time at={returnedAt} />
      </p>
      <p className={styles['words']}>{tryNext}</p>
      <ReadAloud text={tryNext} />
      {nextNumber !== null && (
        <p>
          <Link href={`/pieces/${pieceId}?attempt=${nextNumber}`}>
            {say('rounds.followed', { number: nextNumber })}
          </Link>
        </p>
      )}
      {answer && (
        <div className={styles['answered']}>
          <p>{say('rounds.no-further')}</p>
          <p className={styles['words']}>{answer.why}</p>
          <small>
            <Time at={answer.at} />
          </small>
        </div>
      )}
      {waits && may.answer && <AnswerActs returnId={id} pieceId={pieceId} />}
      {waits && may.withdraw && <Withdraw returnId={id} />}
    </section>
  )
}

function AnswerActs({ returnId, pieceId }: { returnId: string; pieceId: string }) {
  const { say } = useWords()
  const [saying, setSaying] = useState(false)
  const leave = () => setSaying(false)
  const answer = useKeep(AnswerReturn, {
    as: 'rounds.waiting-answer',
    draft: `answer ${returnId}`,
    refreshes: [GetRounds, ListReturned],
    onDone: leave,
  })
  if (saying) {
    return (
      <RoundForm
        draftKey={`answer ${returnId}`}
        label={say('rounds.because')}
        hint={say('rounds.because-hint')}
        most={longestTryNext}
        send={say('rounds.send-because')}
        keeping={answer}
        onSend={({ words }) => answer.mutate({ params: { id: returnId }, body: { why: words } })}
        onLeave={leave}
      />
    )
  }
  return (
    <div className={styles['acts']}>
      <ButtonLink icon={Plus} href={`/pieces/${pieceId}/next`}>
        {say('piece.add-attempt')}
      </ButtonLink>
      <Button look="plain" onClick={() => setSaying(true)}>
        {say('rounds.say-no-further')}
      </Button>
    </div>
  )
}

function Withdraw({ returnId }: { returnId: string }) {
  const { say } = useWords()
  const withdraw = useKeep(WithdrawReturn, {
    as: 'rounds.waiting-withdrawal',
    refreshes: [GetRounds, ListReturned, ListWaitingForFeedback],
  })
  return (
    <div className={styles['acts']}>
      <Button
        look="plain"
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ params: { id: returnId } })}
      >
        {say('rounds.withdraw')}
      </Button>
      {withdraw.error && <p role="alert">{say('rounds.not-kept')}</p>}
    </div>
  )
}
