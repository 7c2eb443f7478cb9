import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { mediaOf } from '../pair.ts'
import type { Pair } from './attempt.ts'
import { type Laid, OverlayControls } from './overlay-controls.tsx'
import { OverlayStage } from './overlay-stage.tsx'
import { useView } from './overlay-view.ts'
import { PictureChoice } from './picture-choice.tsx'
import styles from './overlay.module.css'

type OverlayProps = Pair & {
  /** `slide` moves an edge between both, `fade` lets one shine through the other. */
  way: 'slide' | 'fade'
}

/** Two pictures of one piece over each other, and how much of each is seen in the viewer's hand. */
export function Overlay({ earlier, later, way }: OverlayProps) {
  const { say } = useWords()
  const [at, setAt] = useState(50)
  const [chosen, setChosen] = useState({ earlier: 0, later: 0 })
  const view = useView()
  const pictures = { earlier: mediaOf(earlier, 'picture'), later: mediaOf(later, 'picture') }
  const laid = (side: 'earlier' | 'later', of: Pair['earlier']): Laid | undefined => {
    const part = pictures[side][chosen[side]] ?? pictures[side][0]
    return part && { part, number: of.number, madeAt: of.madeAt }
  }
  const [before, after] = [laid('earlier', earlier), laid('later', later)]
  if (!before || !after) return null
  return (
    <div className={styles['overlay']}>
      <OverlayStage earlier={before} later={after} way={way} at={at} onSlide={setAt} view={view} />
      <OverlayControls earlier={before} later={after} way={way} at={at} onSlide={setAt} view={view} />
      {(pictures.earlier.length > 1 || pictures.later.length > 1) && (
        <div className={styles['choices']}>
          {(['earlier', 'later'] as const).map((side) => (
            <PictureChoice
              key={side}
              label={say('growth.which-picture', {
                number: side === 'earlier' ? earlier.number : later.number,
              })}
              pictures={pictures[side]}
              chosen={chosen[side]}
              onChoose={(place) => setChosen((before) => ({ ...before, [side]: place }))}
            />
          ))}
        </div>
      )}
    </div>
  )
}
