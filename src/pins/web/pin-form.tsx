import { MapPin, MapPinOff } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import type { Pin } from '../pin.ts'
import { type PinTarget, usePinBoard } from './pin-board.tsx'
import { showPin, showWork } from './pin-ways.ts'
import { draftId } from './placed-pins.ts'
import { firstPin, type Pointable, pointableIn } from './pointable.ts'
import { useSayPlace } from './say-place.ts'
import styles from './pins.module.css'

const PinFields = lazy(async () => ({
  default: (await import('./pin-fields.tsx')).PinFields,
}))

/** Milliseconds until what was changed is drawn on the work. */
const drawn = 60

type PinFormProps = {
  target: PinTarget
  pin: Pin | undefined
  /** for the keyboard: placed and moved from here */
  onMove: (pin: Pin | undefined) => void
}

/** What the feedback points at: pointed at on the work with a hand, or chosen here with the keyboard. */
export function PinForm({ target, pin, onMove }: PinFormProps) {
  const { say } = useWords()
  const sayPlace = useSayPlace()
  const { pointing, point } = usePinBoard()
  const parts = pointableIn(target.iteration)
  if (parts.length === 0) return null
  const begin = () => {
    point(true)
    setTimeout(showWork, drawn)
  }
  const remove = () => {
    onMove(undefined)
    point(false)
  }
  return (
    <div className={styles['form']}>
      <div className={styles['row']}>
        <Button
          look="plain"
          icon={MapPin}
          aria-pressed={pointing}
          onClick={() => (pointing ? point(false) : begin())}
        >
          {say(pin ? 'pins.point-elsewhere' : 'pins.point')}
        </Button>
        {pin && (
          <Button look="plain" icon={MapPinOff} onClick={remove}>
            {say('pins.remove')}
          </Button>
        )}
      </div>
      {pointing && <HowToPoint target={target} parts={parts} onPlace={onMove} />}
      <p role="status" className={pin ? styles['points'] : 'unseen'}>
        {pin && say('pins.points-at', { place: sayPlace(pin) })}
      </p>
      {pin && !pointing && (
        <details className={styles['exactly']}>
          <summary>{say('pins.exactly')}</summary>
          <Suspense fallback={null}>
            <PinFields target={target} pin={pin} onMove={onMove} />
          </Suspense>
        </details>
      )}
    </div>
  )
}

type HowToPointProps = { target: PinTarget; parts: readonly Pointable[]; onPlace: (pin: Pin) => void }

function HowToPoint({ target, parts, onPlace }: HowToPointProps) {
  const { say } = useWords()
  const { point } = usePinBoard()
  const [position, setPosition] = useState(parts[0]?.position ?? 0)
  const chosen = parts.find((one) => one.position === position) ?? parts[0]
  if (!chosen) return null
  const place = () => {
    onPlace(firstPin(target.iteration, chosen))
    point(false)
    // then it is what the arrow keys move
    setTimeout(() => showPin(draftId), drawn)
  }
  const kinds = new Set(parts.map(({ kind }) => kind))
  return (
    <div className={styles['how']}>
      <div role="status">
        {[...kinds].map((kind) => (
          <p key={kind}>{say(`pins.how-${kind}`)}</p>
        ))}
      </div>
      {parts.length > 1 && (
        <Select
          label={say('pins.which-part')}
          value={String(chosen.position)}
          onChange={(event) => setPosition(Number(event.currentTarget.value))}
        >
          {parts.map((one) => (
            <option key={one.position} value={one.position}>
              {say('pins.part', { number: one.position + 1, name: say(`pins.kind-${one.kind}`) })}
            </option>
          ))}
        </Select>
      )}
      <div className={styles['row']}>
        <Button onClick={place}>{say('pins.place-by-keys')}</Button>
        <Button look="plain" onClick={() => point(false)}>
          {say('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}
