import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListFeedback, ReviseFeedback } from '../contract.ts'
import { longestFeedback, saysSomething } from '../feedback.ts'
import type { Feedback } from './feedback-list.tsx'
import { isSendKey } from './give-feedback.tsx'
import styles from './feedback.module.css'

/** Editing one's own feedback; a change made elsewhere meanwhile is shown before this one goes over it. */
export function ReviseFeedbackForm({ feedback, onDone }: { feedback: Feedback; onDone: () => void }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const [began] = useState(feedback)
  const [body, setBody] = useState(feedback.body)
  const revise = useKeep(ReviseFeedback, {
    as: 'feedback.waiting-edit',
    refreshes: [ListFeedback],
    onDone,
  })
  const empty = !saysSomething({ body: body.trim(), mediaId: feedback.recording?.id })
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (empty || revise.isPending) return
    // What stands now has been shown above the box, so saving goes over it knowingly.
    revise.mutate(
      { params: { id: feedback.id, revision: feedback.revision + 1 }, body: { body: body.trim() } },
      { onError: () => queries.invalidateQueries({ queryKey: queryKeyOf(ListFeedback) }) },
    )
  }
  const movedOn = feedback.revision !== began.revision
  return (
    <form className={styles['give']} onSubmit={send}>
      {movedOn && (
        <Notice kind="note" title={say('feedback.changed-meanwhile')}>
          <p className={styles['words']}>{feedback.body}</p>
        </Notice>
      )}
      <TextArea
        label={say('feedback.edit-label')}
        maxLength={longestFeedback}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => isSendKey(event) && send()}
      />
      {revise.error && (
        <Notice kind="problem">
          {revise.error instanceof ApiRefusal ? revise.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" busy={revise.isPending} disabled={empty}>
          {say('feedback.keep-edit')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
