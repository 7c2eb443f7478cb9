import { type FormEvent, useRef, useState } from 'react'
import { replySigns, signOf } from '../../feedback/web/reply-signs.ts'
import type { ReplyKind } from '../../feedback/feedback.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { AnswerCritique } from '../contract.ts'
import { longestCritique } from '../critique.ts'
import type { Critique } from './critique-card.tsx'
import { critiqueReads } from './critique-reads.ts'
import styles from './critiques.module.css'

/** What the maker did with a classmate's words; as with a teacher's feedback, the latest answer counts. */
export function CritiqueAnswer({ critique }: { critique: Critique }) {
  const { say } = useWords()
  const [answering, setAnswering] = useState(false)
  const [latest] = critique.answers
  return (
    <>
      {latest && <OneAnswer answer={latest} />}
      {critique.may.answer && !answering && (
        <div className={styles['buttons']}>
          <Button look={latest ? 'plain' : 'quiet'} onClick={() => setAnswering(true)}>
            {say(latest ? 'feedback.change-answer' : 'critiques.answer')}
          </Button>
        </div>
      )}
      {answering && <AnswerForm critique={critique} onDone={() => setAnswering(false)} />}
    </>
  )
}

function OneAnswer({ answer }: { answer: Critique['answers'][number] }) {
  const { say } = useWords()
  const sign = signOf(answer.kind)
  return (
    <div className={styles['answer']}>
      <p>
        <sign.icon aria-hidden />
        <strong>{say(sign.said)}</strong>
        <small>
          <Time at={answer.answeredAt} />
        </small>
      </p>
      {answer.why && <p className={styles['words']}>{answer.why}</p>}
    </div>
  )
}

function AnswerForm({ critique, onDone }: { critique: Critique; onDone: () => void }) {
  const { say } = useWords()
  const id = useRef(newId())
  const [kind, setKind] = useState<ReplyKind>()
  const [why, setWhy] = useState('')
  const answer = useKeep(AnswerCritique, {
    as: 'critiques.waiting-answer',
    values: () => ({ name: critique.givenBy.name }),
    refreshes: critiqueReads,
    onDone,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!kind || answer.isPending) return
    answer.mutate({ params: { id: id.current }, body: { critiqueId: critique.id, kind, why: why.trim() } })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <RadioTiles
        label={say('feedback.answer-question', { name: critique.givenBy.name })}
        value={kind}
        onChange={setKind}
        choices={replySigns.map(({ kind: value, icon, choose }) => ({ value, icon, label: say(choose) }))}
      />
      <TextArea
        label={say('feedback.why')}
        optional
        rows={2}
        maxLength={longestCritique}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {answer.error && (
        <Notice kind="problem">
          {answer.error instanceof ApiRefusal ? answer.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={answer.isPending} disabled={!kind}>
          {say('feedback.send-answer')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
