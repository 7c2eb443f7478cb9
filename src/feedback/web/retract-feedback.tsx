import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListFeedback, ListWaitingForFeedback, RetractFeedback as Retract } from '../contract.ts'
import { longestRetraction } from '../feedback.ts'

/** Says before it is done what goes and what stays. */
export function RetractFeedback({ feedbackId, onClose }: { feedbackId: string; onClose: () => void }) {
  const { say } = useWords()
  const [why, setWhy] = useState('')
  const retract = useKeep(Retract, {
    as: 'feedback.waiting-retraction',
    refreshes: [ListFeedback, ListWaitingForFeedback],
    onDone: onClose,
  })
  return (
    <Dialog
      open
      title={say('feedback.take-back-title')}
      onClose={onClose}
      busy={retract.isPending}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            look="danger"
            busy={retract.isPending}
            onClick={() => retract.mutate({ params: { id: feedbackId }, body: { why: why.trim() } })}
          >
            {say('feedback.take-back')}
          </Button>
        </>
      }
    >
      <p>{say('feedback.take-back-meaning')}</p>
      <TextArea
        label={say('feedback.take-back-why')}
        optional
        rows={2}
        maxLength={longestRetraction}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {retract.error && (
        <Notice kind="problem">
          {retract.error instanceof ApiRefusal ? retract.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
    </Dialog>
  )
}
