import type { PinTarget } from '../../pins/web/pin-board.tsx'
import { PinsOverPicture } from '../../pins/web/pins-over-picture.tsx'
import { PinsUnderRecording } from '../../pins/web/pins-under-recording.tsx'
import { SelectedWords } from '../../pins/web/selected-words.tsx'
import { usePlacedPins } from './use-placed-pins.ts'

export type PinsAtProps = { target: PinTarget; position: number }

/** What points at one part, as fits what the part is. */
export function PinsAt({ target, position }: PinsAtProps) {
  const part = target.iteration.parts[position]
  const pins = usePlacedPins(target).filter((one) => one.position === position)
  if (part?.kind === 'text') return <SelectedWords target={target} position={position} />
  if (part?.kind !== 'media' || part.media.state !== 'ready') return null
  const { media } = part
  const props = { target, position, media, pins }
  if (media.kind === 'picture' || media.kind === 'document') return <PinsOverPicture {...props} />
  if (media.kind === 'audio' || media.kind === 'video') return <PinsUnderRecording {...props} />
  return null
}
