import { Check } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestFeedback } from '../feedback.ts'
import { replySigns } from './reply-signs.ts'
import { useReplyWriting } from './reply-writing.ts'
import { SpokenNote } from './spoken-note.tsx'
import styles from './feedback.module.css'

/** The youngest answer by pressing a picture, saying why, and then a big tick; writing is there for who wants it. */
export function ReplyTiles({ feedbackId, onDone }: { feedbackId: string; onDone: () => void }) {
  const { say } = useWords()
  const { place, answering, change, spoken, reply, send, noRoom } = useReplyWriting(feedbackId, onDone)
  return (
    <div className={styles['answer']}>
      <div className={styles['tiles']} role="group" aria-label={say('feedback.answer')}>
        {replySigns.map(({ kind, icon: Icon, choose }) => (
          <button
            key={kind}
            type="button"
            className={styles['tile']}
            aria-pressed={kind === answering.kind}
            onClick={() => change({ kind })}
          >
            <Icon aria-hidden />
            {say(choose)}
          </button>
        ))}
      </div>
      {answering.kind && (
        <>
          <SpokenNote spoken={spoken} place={place} />
          <TextArea
            label={say('feedback.why')}
            optional
            rows={1}
            maxLength={longestFeedback}
            value={answering.why}
            onChange={(event) => change({ why: event.currentTarget.value })}
          />
          {(reply.error || noRoom) && <Notice kind="problem">{say('feedback.not-sent')}</Notice>}
          <Button
            look="primary"
            icon={Check}
            busy={reply.isPending || spoken.busy}
            onClick={() => void send()}
          >
            {say('feedback.send-answer')}
          </Button>
        </>
      )}
    </div>
  )
}
