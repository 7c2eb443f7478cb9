import { useState } from 'react'
import { MediaView } from '../../media/web/media-view.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Time } from '../../ui/time.tsx'
import { ListFeedback } from '../contract.ts'
import { ListenButton } from './listen-button.tsx'
import type { PinTarget } from '../../pins/web/pin-board.tsx'
import { PinPlace } from './pin-place.tsx'
import { Replies } from './replies.tsx'
import { RetractFeedback } from './retract-feedback.tsx'
import { ReviseFeedbackForm } from './revise-feedback-form.tsx'
import { usePlacedPins } from './use-placed-pins.ts'
import styles from './feedback.module.css'

export type Feedback = Answer<typeof ListFeedback>[number]

type FeedbackListProps = {
  /** the attempt that is shown beside it, with its pins */
  target: PinTarget
  /** also what was said about other attempts */
  all?: boolean
}

/** What was said about an attempt and what its learner answered. For classmates there is nothing here. */
export function FeedbackList({ target, all = false }: FeedbackListProps) {
  const { say } = useWords()
  const feedback = useFeedback(target.pieceId)
  const here = feedback?.filter((one) => all || one.iterationId === target.iteration.id) ?? []
  if (here.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={say('feedback.list')}>
      {here.map((one) => (
        <li key={one.id}>
          <OneFeedback feedback={one} target={target} saysAttempt={all} />
        </li>
      ))}
    </ul>
  )
}

/** Asks again by itself, and only while something that was said is being prepared. */
function useFeedback(pieceId: string): readonly Feedback[] | undefined {
  const [pace, setPace] = useState<number | false>(false)
  const { data } = useRead(ListFeedback, { params: { id: pieceId } }, { refetchInterval: pace })
  const spoken = data?.flatMap(({ recording, replies }) => [
    recording,
    ...replies.map((one) => one.recording),
  ])
  const wanted = spoken?.some((one) => one && one.state !== 'ready' && one.state !== 'failed') ? 3_000 : false
  if (wanted !== pace) setPace(wanted)
  return data
}

type OneFeedbackProps = { feedback: Feedback; target: PinTarget; saysAttempt: boolean }

function OneFeedback({ feedback, target, saysAttempt }: OneFeedbackProps) {
  const { say } = useWords()
  const { id, givenBy, givenAt, iterationNumber, revision, retraction } = feedback
  return (
    <article className={styles['feedback']} id={`feedback-${id}`} tabIndex={-1}>
      <header className={styles['by']}>
        <Face person={givenBy} size="small" />
        <span>
          <strong>{givenBy.name}</strong>
          <small>
            <Time at={givenAt} />
            {saysAttempt && ` · ${say('ui.attempt-number', { number: iterationNumber })}`}
            {revision > 1 && ` · ${say('feedback.edited')}`}
          </small>
        </span>
      </header>
      {retraction ? (
        <div className={styles['taken-back']}>
          <p>
            {say('feedback.taken-back', { name: givenBy.name })} <Time at={retraction.at} />
          </p>
          {retraction.why && <p className={styles['words']}>{retraction.why}</p>}
        </div>
      ) : (
        <Said feedback={feedback} target={target} />
      )}
      <Replies feedback={feedback} pieceId={target.pieceId} />
    </article>
  )
}

function Said({ feedback, target }: { feedback: Feedback; target: PinTarget }) {
  const { say } = useWords()
  const { voice } = useVoice()
  const [doing, setDoing] = useState<'editing' | 'taking back'>()
  const placed = usePlacedPins(target).find(({ id }) => id === feedback.id)
  const { body, recording, pin, may, givenBy } = feedback
  const leave = () => setDoing(undefined)
  return (
    <div className={styles['body']}>
      {pin && <PinPlace pin={pin} placed={placed} feedbackId={feedback.id} />}
      {recording && (
        <div className={styles['voice']}>
          <MediaView
            media={recording}
            caption=""
            alt={say('feedback.voice-of', { name: givenBy.name })}
            size="beside"
          />
        </div>
      )}
      {doing === 'editing' ? (
        <ReviseFeedbackForm feedback={feedback} onDone={leave} />
      ) : (
        <>
          {body && <p className={styles['words']}>{body}</p>}
          {body && voice === 'early' && <ListenButton text={body} />}
          {(may.revise || may.retract) && (
            <div className={styles['acts']}>
              {may.revise && (
                <Button look="plain" className={styles['small']} onClick={() => setDoing('editing')}>
                  {say('feedback.edit')}
                </Button>
              )}
              {may.retract && (
                <Button look="plain" className={styles['small']} onClick={() => setDoing('taking back')}>
                  {say('feedback.take-back')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
      {doing === 'taking back' && <RetractFeedback feedbackId={feedback.id} onClose={leave} />}
    </div>
  )
}
