import { Scissors } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { type Ends, isCut, moveEnd, sayClock, shortestCut } from '../recording.ts'
import { SoundShape } from './sound-shape.tsx'
import styles from './recorder.module.css'

type TrimEndsProps = {
  duration: number
  ends: Ends
  loudness: readonly number[]
  /** the moment that is being listened to */
  now: () => number | undefined
  onLook: (seconds: number) => void
  onChange: (ends: Ends) => void
}

/** Folded away until wanted: where the recording begins and ends, by slider, by number or by listening. */
export function TrimEnds({ duration, ends, loudness, now, onLook, onChange }: TrimEndsProps) {
  const { say } = useWords()
  if (duration < 2 * shortestCut) return null
  const push = (which: keyof Ends, to: number) => {
    const moved = moveEnd(ends, which, to, duration)
    onChange(moved)
    // the picture at the chosen moment is the surest way to see what one cuts
    onLook(moved[which])
  }
  const here = (which: keyof Ends) => push(which, now() ?? ends[which])
  const share = (seconds: number) => `${(100 * seconds) / duration}%`
  return (
    <details className={styles['trim']}>
      <summary>
        <Scissors aria-hidden />
        {say('recordings.trim')}
      </summary>
      <div className={styles['track']}>
        {loudness.length > 0 && <SoundShape loudness={loudness} />}
        <span className={styles['away']} style={{ insetInlineStart: 0, width: share(ends.start) }} />
        <span className={styles['away']} style={{ insetInlineEnd: 0, width: share(duration - ends.end) }} />
      </div>
      <End which="start" {...{ duration, ends }} onPush={push} onHere={here} />
      <End which="end" {...{ duration, ends }} onPush={push} onHere={here} />
      <p role="status" className={styles['hint']}>
        {isCut(ends, duration)
          ? say('recordings.kept-length', {
              length: sayClock(ends.end - ends.start),
              whole: sayClock(duration),
            })
          : say('recordings.kept-whole', { whole: sayClock(duration) })}
      </p>
    </details>
  )
}

type EndProps = {
  which: keyof Ends
  ends: Ends
  duration: number
  onPush: (which: keyof Ends, to: number) => void
  onHere: (which: keyof Ends) => void
}

function End({ which, ends, duration, onPush, onHere }: EndProps) {
  const { say } = useWords()
  const id = useId()
  return (
    <div className={styles['end']}>
      <label htmlFor={id}>{say(`recordings.${which}`)}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={duration}
        step={duration > 120 ? 1 : 0.1}
        value={ends[which]}
        aria-valuetext={say('recordings.moment', { at: ends[which].toFixed(1), whole: duration.toFixed(1) })}
        onChange={(event) => onPush(which, Number(event.target.value))}
      />
      <output htmlFor={id}>{sayClock(ends[which])}</output>
      <Button look="plain" onClick={() => onHere(which)}>
        {say(`recordings.${which}-here`)}
      </Button>
    </div>
  )
}
