import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Picture } from '../../ui/picture.tsx'
import type { Laid } from './overlay-controls.tsx'
import styles from './overlay.module.css'

type PictureChoiceProps = {
  label: string
  pictures: readonly Laid['part'][]
  chosen: number
  onChoose: (place: number) => void
}

/** Which of an attempt's pictures is compared, where it has several. */
export function PictureChoice({ label, pictures, chosen, onChoose }: PictureChoiceProps) {
  const { say } = useWords()
  if (pictures.length < 2) return <span />
  return (
    <div className={styles['choice']} role="group" aria-label={label}>
      {pictures.map(({ media, alt, caption }, place) => (
        <button
          key={media.id}
          type="button"
          className={styles['thumb']}
          aria-pressed={place === chosen}
          onClick={() => onChoose(place)}
        >
          <Picture
            renditions={picturesOf(media).slice(0, 1)}
            {...frameOf(media)}
            alt={alt || caption || say('growth.picture-number', { number: place + 1 })}
            thumbhash={media.placeholder}
            sizes="6rem"
            cover
          />
        </button>
      ))}
    </div>
  )
}
