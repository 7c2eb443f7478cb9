import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { MediaView } from '../../media/web/media-view.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { GetPiece } from '../contract.ts'
import { RichTextView, type SayWords } from '../../writing/web/rich-text-view.tsx'
import styles from './parts.module.css'

export type Part = Answer<typeof GetPiece>['iterations'][number]['parts'][number]

/** What points at places of an attempt, part by part; the parts themselves know nothing of it. */
export type PartMarks = {
  /** over a picture or a page, under a recording or a text */
  at: (position: number) => ReactNode
  words: (position: number) => SayWords
}

type PartsProps = {
  parts: readonly Part[]
  /** `whole` is the work a page is about; `beside` stands next to another to be compared with. */
  size?: 'whole' | 'beside'
  marks?: PartMarks | undefined
}

/** What an attempt is made of, in its learner's order. */
export function Parts({ parts, size = 'whole', marks }: PartsProps) {
  const first = parts.findIndex((part) => part.kind === 'media')
  return (
    <div className={classNames(styles['parts'], styles[size])}>
      {parts.map((part, place) => (
        <div
          key={keyOf(part, place)}
          className={styles[widthOf(parts, place)]}
          data-part={marks ? place : undefined}
        >
          <OnePart
            part={part}
            size={size}
            first={place === first}
            mark={marks?.at(place)}
            sayWords={marks?.words(place)}
          />
        </div>
      ))}
    </div>
  )
}

type OnePartProps = {
  part: Part
  size: 'whole' | 'beside'
  first: boolean
  mark: ReactNode
  sayWords: SayWords | undefined
}

function OnePart({ part, size, first, mark, sayWords }: OnePartProps) {
  if (part.kind === 'text') {
    return (
      <>
        {part.rich ? (
          <RichTextView rich={part.rich} className={styles['text']} sayWords={sayWords} />
        ) : (
          <div className={styles['text']}>{sayWords ? sayWords(part.text, 0, false) : part.text}</div>
        )}
        {mark}
      </>
    )
  }
  if (part.kind === 'link') return <LinkedPlace {...part} />
  const { media, caption, alt } = part
  return <MediaView media={media} caption={caption} alt={alt} size={size} first={first} mark={mark} />
}

type LinkedPlaceProps = Omit<Extract<Part, { kind: 'link' }>, 'kind'>

/** Where it leads is always said: a page may call itself what it likes. */
function LinkedPlace({ url, caption, preview }: LinkedPlaceProps) {
  const { say } = useWords()
  const name = caption || preview?.title
  return (
    <a className={styles['link']} href={url} target="_blank" rel="noopener noreferrer">
      <ExternalLink aria-hidden />
      <span>
        <strong>{name || placeOf(url)}</strong>
        {preview && caption && <span>{preview.title}</span>}
        {preview?.description && <small>{preview.description}</small>}
        {name && <small>{preview?.site ? `${preview.site} · ${placeOf(url)}` : placeOf(url)}</small>}
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
