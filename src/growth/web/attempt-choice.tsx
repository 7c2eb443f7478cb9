import { useWords } from '../../platform/web/words.tsx'
import { Stones } from '../../ui/stones.tsx'
import { Time } from '../../ui/time.tsx'
import type { Attempt } from './attempt.ts'
import { AttemptThumbnail } from './attempt-thumbnail.tsx'
import styles from './compare-attempts.module.css'

type AttemptChoiceProps = {
  side: 'earlier' | 'later'
  attempts: readonly Attempt[]
  chosen: Attempt
  onChoose: (attempt: Attempt) => void
}

/** One side of a comparison: which attempt it is, when it was made and what its learner changed in it. */
export function AttemptChoice({ side, attempts, chosen, onChoose }: AttemptChoiceProps) {
  const { say, sayDate } = useWords()
  const name = say(side === 'earlier' ? 'piece.then' : 'piece.now')
  return (
    <section className={styles['side']} aria-label={name}>
      <h2>
        {name}
        <small>
          {say('ui.attempt-number', { number: chosen.number })} · <Time at={chosen.madeAt} />
        </small>
      </h2>
      {attempts.length > 2 && (
        <Stones
          label={say('piece.choose-attempt', { side: name })}
          selected={chosen.id}
          onSelect={(id) => {
            const attempt = attempts.find((one) => one.id === id)
            if (attempt) onChoose(attempt)
          }}
          attempts={attempts.map((attempt) => ({
            id: attempt.id,
            number: attempt.number,
            caption: sayDate(attempt.madeAt),
            thumbnail: <AttemptThumbnail attempt={attempt} />,
          }))}
        />
      )}
      {chosen.whatChanged && <p className={styles['changed']}>{chosen.whatChanged}</p>}
    </section>
  )
}
