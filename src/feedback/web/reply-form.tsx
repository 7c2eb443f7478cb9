import type { FormEvent } from 'react'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestFeedback } from '../feedback.ts'
import type { Feedback } from './feedback-list.tsx'
import { replySigns } from './reply-signs.ts'
import { useReplyWriting } from './reply-writing.ts'
import { SpokenNote } from './spoken-note.tsx'
import styles from './feedback.module.css'

type ReplyFormProps = {
  feedback: Feedback
  onDone: () => void
  /** When there is an answer already and it may simply stay. */
  onLeave?: (() => void) | undefined
}

/** The learner's answer: what became of the advice, and why. The words wait until one of three is chosen. */
export function ReplyForm({ feedback, onDone, onLeave }: ReplyFormProps) {
  const { say } = useWords()
  const { place, answering, change, spoken, reply, send, noRoom } = useReplyWriting(feedback.id, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className={styles['answer']} onSubmit={submit}>
      <RadioTiles
        label={say('feedback.answer-question', { name: feedback.givenBy.name })}
        value={answering.kind}
        onChange={(kind) => change({ kind })}
        choices={replySigns.map(({ kind, icon, choose }) => ({ value: kind, icon, label: say(choose) }))}
      />
      {answering.kind && (
        <>
          <TextArea
            label={say('feedback.why')}
            optional
            rows={2}
            maxLength={longestFeedback}
            value={answering.why}
            onChange={(event) => change({ why: event.currentTarget.value })}
          />
          <SpokenNote spoken={spoken} place={place} films />
        </>
      )}
      {(reply.error || noRoom) && (
        <Notice kind="problem">
          {reply.error instanceof ApiRefusal ? reply.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      {(answering.kind || onLeave) && (
        <div className={styles['buttons']}>
          {answering.kind && (
            <Button type="submit" look="quiet" busy={reply.isPending || spoken.busy}>
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
