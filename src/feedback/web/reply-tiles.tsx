import { Check } from 'lucide-react'
import { useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListFeedback, ListUnanswered, ReplyToFeedback } from '../contract.ts'
import { longestFeedback, type ReplyKind } from '../feedback.ts'
import { replySigns } from './reply-signs.ts'
import styles from './feedback.module.css'

/** The youngest answer by pressing a picture and then a big tick; words are there for those who want them. */
export function ReplyTiles({ feedbackId, onDone }: { feedbackId: string; onDone: () => void }) {
  const { say } = useWords()
  const id = useRef(newId())
  const [kind, setKind] = useState<ReplyKind>()
  const [why, setWhy] = useState('')
  const reply = useKeep(ReplyToFeedback, {
    as: 'feedback.waiting-reply',
    refreshes: [ListFeedback, ListUnanswered],
    onDone,
  })
  const send = () => {
    if (kind) reply.mutate({ params: { id: id.current }, body: { feedbackId, kind, why: why.trim() } })
  }
  return (
    <div className={styles['answer']}>
      <div className={styles['tiles']} role="group" aria-label={say('feedback.answer')}>
        {replySigns.map(({ kind: one, icon: Icon, choose }) => (
          <button
            key={one}
            type="button"
            className={styles['tile']}
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          >
            <Icon aria-hidden />
            {say(choose)}
          </button>
        ))}
      </div>
      {kind && (
        <>
          <TextArea
            label={say('feedback.why')}
            optional
            rows={1}
            maxLength={longestFeedback}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          {reply.error && <Notice kind="problem">{say('feedback.not-sent')}</Notice>}
          <Button look="primary" icon={Check} busy={reply.isPending} onClick={send}>
            {say('feedback.send-answer')}
          </Button>
        </>
      )}
    </div>
  )
}
