import { Maximize2, X } from 'lucide-react'
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Picture } from '../../ui/picture.tsx'
import { frameOf, type Media, type MediaSize, picturesOf } from './media-view-renditions.ts'
import styles from './media-view.module.css'

type PictureViewProps = {
  media: Media
  caption: string
  alt: string
  size: MediaSize
  first: boolean
  mark?: ReactNode
}

const drawnWidths = {
  whole: '(min-width: 64rem) 58rem, calc(100vw - 2rem)',
  beside: '(min-width: 44rem) 50vw, calc(100vw - 2rem)',
}

/** A picture whole in its place; pressed, it fills the window. */
export function PictureView({ media, caption, alt, size, first, mark }: PictureViewProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const frame = frameOf(media)
  const ratio = { '--ratio': frame.width / frame.height } as CSSProperties
  const closed = (
    <button
      type="button"
      className={classNames(styles['open'], styles[size])}
      style={ratio}
      onClick={() => setOpen(true)}
    >
      <Picture
        renditions={picturesOf(media).filter(({ width }) => width <= 2000 || media.renditions.length === 1)}
        {...frame}
        alt={alt || caption || say('piece.picture')}
        thumbhash={media.placeholder}
        sizes={drawnWidths[size]}
        first={first}
      />
      <span className={styles['sign']}>
        <Maximize2 aria-hidden />
        <span className="unseen">{say('piece.see-full')}</span>
      </span>
    </button>
  )
  return (
    <>
      {mark ? (
        <div className={classNames(styles['marked'], styles[size])} style={ratio}>
          {closed}
          {mark}
        </div>
      ) : (
        closed
      )}
      {open && <FullPicture media={media} alt={alt || caption} onClose={() => setOpen(false)} />}
    </>
  )
}

type FullPictureProps = { media: Media; alt: string; onClose: () => void }

/** The picture and nothing else: first fitted to the window, pressed again in its own size. */
function FullPicture({ media, alt, onClose }: FullPictureProps) {
  const { say } = useWords()
  const box = useRef<HTMLDialogElement>(null)
  const [near, setNear] = useState(false)
  const largest = picturesOf(media).at(-1)
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal()
  }, [])
  return (
    <dialog ref={box} className={styles['full']} aria-label={alt || say('piece.picture')} onClose={onClose}>
      <div className={styles['close']}>
        <IconButton icon={X} word={say('ui.close')} known onClick={() => box.current?.close()} />
      </div>
      <button
        type="button"
        className={classNames(styles['stage'], near && styles['near'])}
        aria-pressed={near}
        onClick={() => setNear(!near)}
      >
        {largest && <img src={largest.url} width={largest.width} height={largest.height} alt={alt} />}
        <span className="unseen">{say('piece.own-size')}</span>
      </button>
    </dialog>
  )
}
