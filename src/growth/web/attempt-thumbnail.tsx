import { FileText, Film, Link2, Music } from 'lucide-react'
import { picturesOf } from '../../media/web/media-view-renditions.ts'
import { classNames } from '../../ui/class-names.ts'
import { Picture } from '../../ui/picture.tsx'
import { wordsOf } from '../pair.ts'
import type { Attempt } from './attempt.ts'
import styles from './attempt-thumbnail.module.css'

const signs = { document: FileText, audio: Music, video: Film, file: FileText, picture: FileText }

/** A picture of the attempt if there is one, else the beginning of its words, else what it is made of. */
export function AttemptThumbnail({
  attempt,
  size = 'small',
}: {
  attempt: Attempt
  size?: 'small' | 'large'
}) {
  const media = attempt.parts.flatMap((part) => (part.kind === 'media' ? [part.media] : []))
  const pictured = media.find((one) => picturesOf(one).length > 0)
  if (pictured) {
    const pictures = picturesOf(pictured)
    return (
      <Picture
        renditions={size === 'small' ? pictures.slice(0, 1) : pictures}
        width={pictured.width ?? 4}
        height={pictured.height ?? 3}
        alt=""
        thumbhash={pictured.placeholder}
        sizes={size === 'small' ? '7rem' : '17rem'}
        cover
      />
    )
  }
  const words = wordsOf(attempt)
  if (words) {
    const length = size === 'small' ? 60 : 320
    return <span className={classNames(styles['snippet'], styles[size])}>{words.slice(0, length)}</span>
  }
  const Sign = media[0] ? signs[media[0].kind ?? 'file'] : Link2
  return <Sign aria-hidden />
}
