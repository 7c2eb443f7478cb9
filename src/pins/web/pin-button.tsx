import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { showFeedback } from './pin-ways.ts'
import { draftId, type PlacedPin } from './placed-pins.ts'
import { useSayPlace } from './say-place.ts'
import styles from './pins.module.css'

type PinButtonProps = {
  pin: PlacedPin
  className?: string | undefined
  style?: CSSProperties
  /** where nothing may be pressed (in a link) it is only drawn */
  pressed?: boolean
  onPress?: () => void
  onMove?: (event: KeyboardEvent<HTMLButtonElement>) => void
  onPointerDown?: (event: PointerEvent<HTMLButtonElement>) => void
}

/** A pin on the work: its number. Pressed, it leads to what was said. */
export function PinButton({
  pin,
  className,
  style,
  pressed = true,
  onPress,
  onMove,
  ...rest
}: PinButtonProps) {
  const { say } = useWords()
  const sayPlace = useSayPlace()
  const { id, number, by, earlier } = pin
  const drafted = id === draftId
  const dress = classNames(
    styles['pin'],
    drafted && styles['drafted'],
    earlier && styles['earlier'],
    className,
  )
  if (!pressed) {
    return (
      <span className={dress} style={style} aria-hidden>
        {number}
      </span>
    )
  }
  const place = sayPlace(pin.pin)
  const name = drafted
    ? [say('pins.draft-named', { number, place }), ...(onMove ? [say('pins.arrows')] : [])].join(' ')
    : say('pins.named', { number, place, name: by ?? '' })
  return (
    <button
      {...rest}
      type="button"
      id={`pin-${id}`}
      className={dress}
      style={style}
      aria-label={earlier ? `${name} ${say('pins.earlier')}` : name}
      data-second={pin.pin.kind === 'moment' ? pin.pin.from : undefined}
      onKeyDown={onMove}
      onClick={() => {
        onPress?.()
        showFeedback(id)
      }}
    >
      {number}
    </button>
  )
}
