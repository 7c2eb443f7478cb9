import { FileImage } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import type { StackPicture } from './stack-draft.ts'
import type { StackHere } from './use-stack.ts'
import styles from './stack.module.css'

type PictureShownProps = {
  here: StackHere
  picture: StackPicture
  /** what it is called aloud: "Photo 3 of 22" */
  name: string
  small?: boolean
}

/** A picture of the stack from this device; what the browser cannot show is named. */
export function PictureShown({ here, picture, name, small = false }: PictureShownProps) {
  const { say } = useWords()
  const file = here.fileOf(picture)
  const [unshown, setUnshown] = useState<string>()
  if (file?.type.startsWith('video/')) {
    return (
      <video
        key={file.id}
        className={styles['shown']}
        src={file.preview}
        aria-label={name}
        controls={!small}
        muted={small}
        playsInline
        preload="metadata"
      />
    )
  }
  if (!file || unshown === file.id || !file.type.startsWith('image/')) {
    return (
      <div className={styles['named']} role="img" aria-label={name}>
        <FileImage aria-hidden />
        <span>{picture.name || say('stack.one')}</span>
      </div>
    )
  }
  return (
    <img
      key={file.id}
      className={styles['shown']}
      src={file.preview}
      alt={name}
      decoding="async"
      loading={small ? 'lazy' : 'eager'}
      onError={() => setUnshown(file.id)}
    />
  )
}
