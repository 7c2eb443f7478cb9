import { type ReactNode, useMemo, useState } from 'react'
import { thumbHashToDataURL } from 'thumbhash'
import { useWords } from '../platform/web/words.tsx'
import { classNames } from './class-names.ts'
import styles from './picture.module.css'

/** One size a picture is kept in. */
export type Rendition = { url: string; width: number; height: number }

type PictureProps = {
  renditions: readonly Rendition[]
  /** The whole picture's size, so that its place is kept before it arrives. */
  width: number
  height: number
  /** What is to be seen, for those who cannot; empty only where the words beside it say so already. */
  alt: string
  /** The blur shown meanwhile, as base64. */
  thumbhash?: string | null | undefined
  /** How wide it will be drawn, as CSS says it: "(min-width: 60rem) 40rem, 100vw". */
  sizes?: string
  /** Fills its place and is cut at the edges: thumbnails. Whole otherwise. */
  cover?: boolean
  /** For the one picture the page is about. */
  first?: boolean
  className?: string | undefined
}

export function Picture(props: PictureProps) {
  const { renditions, width, height, alt, thumbhash, sizes = '100vw', cover, first, className } = props
  const { say } = useWords()
  const [arrived, setArrived] = useState<'not yet' | 'yes' | 'never'>('not yet')
  const blur = useMemo(() => blurOf(thumbhash), [thumbhash])
  const largest = renditions.at(-1)
  const placed = classNames(styles['picture'], cover && styles['cover'], className)
  if (!largest || arrived === 'never') {
    return (
      <span
        className={classNames(placed, styles['gone'])}
        {...(alt ? { role: 'img', 'aria-label': alt } : {})}
      >
        <span aria-hidden={alt ? true : undefined}>{alt || say('ui.picture-gone')}</span>
      </span>
    )
  }
  return (
    <img
      className={placed}
      src={largest.url}
      srcSet={renditions.map(({ url, width }) => `${url} ${width}w`).join(', ')}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt}
      loading={first ? 'eager' : 'lazy'}
      decoding="async"
      fetchPriority={first ? 'high' : 'auto'}
      style={arrived === 'not yet' && blur ? { backgroundImage: `url(${blur})` } : undefined}
      onLoad={() => setArrived('yes')}
      onError={() => setArrived('never')}
    />
  )
}

/** A picture with the learner's words under it. */
export function Captioned({ children, caption }: { children: ReactNode; caption?: ReactNode }) {
  return (
    <figure className={styles['figure']}>
      {children}
      {caption && <figcaption className={styles['caption']}>{caption}</figcaption>}
    </figure>
  )
}

function blurOf(thumbhash: string | null | undefined): string | undefined {
  if (!thumbhash) return undefined
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0)))
  } catch {
    return undefined
  }
}
