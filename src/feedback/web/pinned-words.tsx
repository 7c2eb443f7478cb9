import type { PinTarget } from '../../pins/web/pin-board.tsx'
import { PinButton } from '../../pins/web/pin-button.tsx'
import { cutWords } from '../../pins/web/placed-pins.ts'
import { usePlacedPins } from './use-placed-pins.ts'
import styles from '../../pins/web/pins.module.css'

type PinnedWordsProps = {
  target: PinTarget
  position: number
  words: string
  from: number
  linked: boolean
}

/** A run of the learner's words with what is pointed at marked in it, and the pin's number after its last word. */
export function PinnedWords({ target, position, words, from, linked }: PinnedWordsProps) {
  const pins = usePlacedPins(target).filter((one) => one.position === position)
  return cutWords(words, from, pins).map((cut) => (
    <span key={cut.from}>
      {cut.marked.length > 0 ? (
        <mark className={styles['marked']} data-from={cut.from}>
          {cut.words}
        </mark>
      ) : (
        <span data-from={cut.from}>{cut.words}</span>
      )}
      {cut.ends.map((pin) => (
        <PinButton key={pin.id} pin={pin} className={styles['inline']} pressed={!linked} />
      ))}
    </span>
  ))
}
