import { MapPin } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import type { Pin } from '../../pins/pin.ts'
import { showPin } from '../../pins/web/pin-ways.ts'
import type { PlacedPin } from '../../pins/web/placed-pins.ts'
import { useSayPlace } from '../../pins/web/say-place.ts'
import styles from '../../pins/web/pins.module.css'

type PinPlaceProps = {
  pin: Pin
  /** where it stands on the attempt that is shown; undefined when another one is */
  placed: PlacedPin | undefined
  feedbackId: string
}

/** What feedback points at, in words; pressed, it leads to the place on the work. */
export function PinPlace({ pin, placed, feedbackId }: PinPlaceProps) {
  const { say } = useWords()
  const sayPlace = useSayPlace()
  const place = sayPlace(pin)
  if (placed?.position === undefined) {
    return (
      <p className={styles['place']}>
        <MapPin aria-hidden />
        <span>
          {place}
          {placed && <small>{say('pins.gone')}</small>}
        </span>
      </p>
    )
  }
  return (
    <div className={styles['place']}>
      <Button look="plain" className={styles['way']} onClick={() => showPin(feedbackId)}>
        <span className={styles['number']} aria-hidden>
          {placed.number}
        </span>
        <span className="unseen">{say('pins.show', { number: placed.number })}</span>
        {place}
      </Button>
      {placed.earlier && <small>{say('pins.earlier')}</small>}
    </div>
  )
}
