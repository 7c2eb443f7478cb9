import { useState } from 'react'
import { Link } from 'wouter'
import { MediaView } from '../../media/web/media-view.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Time } from '../../ui/time.tsx'
import type { Feedback } from './feedback-list.tsx'
import { ReplyForm } from './reply-form.tsx'
import { signOf } from './reply-signs.ts'
import { ReplyTiles } from './reply-tiles.tsx'
import styles from './feedback.module.css'

type Reply = Feedback['replies'][number]

/** The learner's answer that counts, those before it folded away, and for the learner the way to answer. */
export function Replies({ feedback, pieceId }: { feedback: Feedback; pieceId: string }) {
  const { say } = useWords()
  const { voice } = useVoice()
  const [answering, setAnswering] = useState(false)
  const [latest, ...earlier] = feedback.replies
  const mayReply = feedback.may.reply
  const done = () => setAnswering(false)
  return (
    <>
      {latest && <OneReply reply={latest} pieceId={pieceId} />}
      {earlier.length > 0 && (
        <details className={styles['earlier']}>
          <summary>{say('feedback.earlier-answers', { count: earlier.length })}</summary>
          {earlier.map((reply) => (
            <OneReply key={reply.id} reply={reply} pieceId={pieceId} />
          ))}
        </details>
      )}
      {mayReply && latest && !answering && (
        <Button look="plain" className={styles['small']} onClick={() => setAnswering(true)}>
          {say('feedback.change-answer')}
        </Button>
      )}
      {mayReply && (answering || !latest) && voice === 'early' && (
        <ReplyTiles feedbackId={feedback.id} onDone={done} />
      )}
      {mayReply && (answering || !latest) && voice !== 'early' && (
        <ReplyForm feedback={feedback} onDone={done} onLeave={latest && done} />
      )}
    </>
  )
}

function OneReply({ reply, pieceId }: { reply: Reply; pieceId: string }) {
  const { say } = useWords()
  const sign = signOf(reply.kind)
  return (
    <div className={classNames(styles['reply'], styles[reply.kind])}>
      <sign.icon aria-hidden />
      <div>
        <p className={styles['kind']}>
          <strong>{say(sign.said)}</strong>
          {reply.iteration && (
            <>
              {' '}
              <Link href={`/pieces/${pieceId}?attempt=${reply.iteration.number}`}>
                {say('feedback.in-attempt', { number: reply.iteration.number })}
              </Link>
            </>
          )}
          <small>
            <Time at={reply.repliedAt} />
          </small>
        </p>
        {reply.recording && (
          <MediaView media={reply.recording} caption="" alt={say('feedback.spoken-answer')} size="beside" />
        )}
        {reply.why && <p className={styles['words']}>{reply.why}</p>}
      </div>
    </div>
  )
}
