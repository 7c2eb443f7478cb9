import { Minus, Plus } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { nearest } from '../frame.ts'
import type { Attempt } from './attempt.ts'
import type { NearView } from './overlay-view.ts'
import styles from './overlay.module.css'

/** One picture of one attempt, as it lies in the frame. */
export type Laid = {
  part: Extract<Attempt['parts'][number], { kind: 'media' }>
  number: number
  madeAt: string
}

export type OverlayPart = {
  earlier: Laid
  later: Laid
  way: 'slide' | 'fade'
  /** how much of `earlier` is seen, in percent */
  at: number
  onSlide: (at: number) => void
  view: NearView
}

/** Either one whole with one press, nearer and farther, and for fading the way from one to the other. */
export function OverlayControls({ earlier, later, way, at, onSlide, view }: OverlayPart) {
  const { say } = useWords()
  return (
    <div className={styles['controls']}>
      {way === 'fade' && (
        <input
          className={styles['fader']}
          type="range"
          min={0}
          max={100}
          step={5}
          value={100 - at}
          aria-label={say('growth.fader', { earlier: earlier.number, later: later.number })}
          aria-valuetext={say('growth.shines', { number: later.number, share: (100 - at) / 100 })}
          onChange={(event) => onSlide(100 - Number(event.target.value))}
        />
      )}
      <OneWhole number={earlier.number} pressed={at === 100} onPress={() => onSlide(100)} />
      <div className={styles['zoom']} role="group" aria-label={say('growth.zoom')}>
        <Button
          look="plain"
          aria-label={say('growth.farther')}
          disabled={!view.isNear}
          onClick={() => view.nearer(0.5)}
        >
          <Minus aria-hidden />
        </Button>
        <Button
          look="plain"
          aria-label={say('growth.nearer')}
          disabled={view.view.zoom >= nearest}
          onClick={() => view.nearer(2)}
        >
          <Plus aria-hidden />
        </Button>
      </div>
      <OneWhole number={later.number} pressed={at === 0} onPress={() => onSlide(0)} />
    </div>
  )
}

type OneWholeProps = { number: number; pressed: boolean; onPress: () => void }

function OneWhole({ number, pressed, onPress }: OneWholeProps) {
  const { say } = useWords()
  return (
    <Button look="quiet" aria-pressed={pressed} onClick={onPress}>
      <span className="unseen">{say('growth.only')} </span>
      {say('ui.attempt-number', { number })}
    </Button>
  )
}
