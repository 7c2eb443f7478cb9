import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListFeedback, ListUnanswered, ReplyToFeedback } from '../contract.ts'
import { longestFeedback, type ReplyKind } from '../feedback.ts'
import type { Feedback } from './feedback-list.tsx'
import { replySigns } from './reply-signs.ts'
import styles from './feedback.module.css'

type ReplyFormProps = {
  feedback: Feedback
  onDone: () => void
  /** When there is an answer already and it may simply stay. */
  onLeave?: (() => void) | undefined
}

type Answering = { kind?: ReplyKind; why: string }

/** The learner's answer: what became of the advice, and why. The words wait until one of three is chosen. */
export function ReplyForm({ feedback, onDone, onLeave }: ReplyFormProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const draft = useAutosavedDraft<Answering>(`reply ${feedback.id}`)
  const [typed, setTyped] = useState<Answering>()
  const answering = typed ?? draft.content ?? { why: '' }
  const change = (next: Answering) => {
    setTyped(next)
    draft.write(next)
  }
  const reply = useKeep(ReplyToFeedback, {
    as: 'feedback.waiting-reply',
    draft: `reply ${feedback.id}`,
    refreshes: [ListFeedback, ListUnanswered],
    onDone: () => {
      setTyped(undefined)
      void draft.drop()
      onDone()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!answering.kind || reply.isPending) return
    reply.mutate({
      params: { id: id.current },
      body: { feedbackId: feedback.id, kind: answering.kind, why: answering.why.trim() },
    })
  }
  return (
    <form className={styles['answer']} onSubmit={send}>
      <RadioTiles
        label={say('feedback.answer-question', { name: feedback.givenBy.name })}
        value={answering.kind}
        onChange={(kind) => change({ ...answering, kind })}
        choices={replySigns.map(({ kind, icon, choose }) => ({ value: kind, icon, label: say(choose) }))}
      />
      {answering.kind && (
        <TextArea
          label={say('feedback.why')}
          optional
          rows={2}
          maxLength={longestFeedback}
          value={answering.why}
          onChange={(event) => change({ ...answering, why: event.currentTarget.value })}
        />
      )}
      {reply.error && (
        <Notice kind="problem">
          {reply.error instanceof ApiRefusal ? reply.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      {(answering.kind || onLeave) && (
        <div className={styles['buttons']}>
          {answering.kind && (
            <Button type="submit" look="quiet" busy={reply.isPending}>
              {say('feedback.send-answer')}
            </Button>
          )}
          {onLeave && (
            <Button look="plain" onClick={onLeave}>
              {say('ui.cancel')}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
