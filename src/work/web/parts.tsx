import { ExternalLink } from 'lucide-react'
import { MediaView } from '../../media/web/media-view.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { GetPiece } from '../contract.ts'
import { RichTextView } from '../../writing/web/rich-text-view.tsx'
import styles from './parts.module.css'

export type Part = Answer<typeof GetPiece>['iterations'][number]['parts'][number]

type PartsProps = {
  parts: readonly Part[]
  /** `whole` is the work a page is about; `beside` stands next to another to be compared with. */
  size?: 'whole' | 'beside'
}

/** What an attempt is made of, in its learner's order. */
export function Parts({ parts, size = 'whole' }: PartsProps) {
  const first = parts.findIndex((part) => part.kind === 'media')
  return (
    <div className={classNames(styles['parts'], styles[size])}>
      {parts.map((part, place) => (
        <div key={keyOf(part, place)} className={styles[widthOf(parts, place)]}>
          <OnePart part={part} size={size} first={place === first} />
        </div>
      ))}
    </div>
  )
}

function OnePart({ part, size, first }: { part: Part; size: 'whole' | 'beside'; first: boolean }) {
  if (part.kind === 'text') {
    if (part.rich) return <RichTextView rich={part.rich} className={styles['text']} />
    return <div className={styles['text']}>{part.text}</div>
  }
  if (part.kind === 'link') return <LinkedPlace url={part.url} caption={part.caption} />
  return <MediaView media={part.media} caption={part.caption} alt={part.alt} size={size} first={first} />
}

function LinkedPlace({ url, caption }: { url: string; caption: string }) {
  const { say } = useWords()
  return (
    <a className={styles['link']} href={url} target="_blank" rel="noopener noreferrer">
      <ExternalLink aria-hidden />
      <span>
        <strong>{caption || placeOf(url)}</strong>
        {caption && <small>{placeOf(url)}</small>}
      </span>
      <span className="unseen">{say('piece.new-window')}</span>
    </a>
  )
}

/** After the first picture, pictures that follow each other share a row. */
function widthOf(parts: readonly Part[], place: number): 'wide' | 'half' {
  const isPicture = (at: number) => {
    const part = parts[at]
    return part?.kind === 'media' && part.media.kind === 'picture'
  }
  if (!isPicture(place)) return 'wide'
  let start = place
  while (isPicture(start - 1)) start -= 1
  let end = place
  while (isPicture(end + 1)) end += 1
  const leads = (end - start) % 2 === 0
  if (end === start || (leads && place === start)) return 'wide'
  return 'half'
}

function keyOf(part: Part, place: number): string {
  return part.kind === 'media' ? part.media.id : `${part.kind} ${place}`
}

function placeOf(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return url
  return parsed.protocol === 'mailto:' ? parsed.pathname : parsed.host + parsed.pathname.replace(/\/$/, '')
}
