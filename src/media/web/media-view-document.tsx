import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { FileCard } from '../../ui/file-card.tsx'
import { Picture } from '../../ui/picture.tsx'
import {
  frameOf,
  type Media,
  type MediaSize,
  picturesOf,
  renditionOf,
  sayBytes,
} from './media-view-renditions.ts'
import styles from './media-view.module.css'

type DocumentViewProps = { media: Media; alt: string; size: MediaSize; first: boolean; mark?: ReactNode }

/** A document by its first page, large enough to begin reading, and the way to have all of it. */
export function DocumentView({ media, alt, size, first, mark }: DocumentViewProps) {
  const { say, locale } = useWords()
  const file = renditionOf(media, 'download')
  const about = file ? say('piece.document-about', { size: sayBytes(locale, file.bytes) }) : ''
  const pages = picturesOf(media)
  if (pages.length === 0) return <FileCard name={media.name} about={about} href={file?.address} />
  return (
    <div className={styles['document']}>
      <div className={styles['sheet']}>
        <Picture
          renditions={pages}
          {...frameOf(media)}
          alt={alt || say('piece.first-page', { name: media.name })}
          thumbhash={media.placeholder}
          sizes={size === 'whole' ? '(min-width: 64rem) 42rem, 100vw' : '(min-width: 44rem) 45vw, 100vw'}
          first={first}
        />
        {mark}
      </div>
      <p className={styles['named']}>
        <span>{media.name}</span>
        {about && <small>{about}</small>}
        {file && (
          <a className={styles['fetch']} href={file.address} download={media.name}>
            <Download aria-hidden />
            {say('ui.download')}
            <span className="unseen">: {media.name}</span>
          </a>
        )}
      </p>
    </div>
  )
}
