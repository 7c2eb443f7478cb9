import { FileText, Film, Link2, Mic } from 'lucide-react'
import { Link } from 'wouter'
import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import { WaitingMarkFor } from '../../outbox/web/waiting-mark.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Picture } from '../../ui/picture.tsx'
import type { GetPortfolio } from '../contract.ts'
import styles from './piece-tile.module.css'

/** A piece as it stands in a list. */
export type Tile = Answer<typeof GetPortfolio>['pieces'][number]

type PieceTileProps = {
  piece: Tile
  /** Where it leads; the piece's own page unless told otherwise, nowhere when null. */
  href?: string | null
  /** On walls of more than one learner. */
  showLearner?: boolean
  /** At the head of the page: its picture is asked for first. */
  first?: boolean
  /** Not where all that is shown is for the same people, as on the wall of a group. */
  showAudience?: boolean
}

/** A piece by its cover: the work large, its name, how far it has grown and who it is for. */
export function PieceTile({
  piece,
  href = `/pieces/${piece.id}`,
  showLearner = false,
  first = false,
  showAudience = true,
}: PieceTileProps) {
  const { say } = useWords()
  const name = piece.title || say('work.untitled')
  return (
    <article className={styles['tile']}>
      <Cover piece={piece} first={first} />
      <div className={styles['words']}>
        <h3 className={piece.title ? styles['name'] : styles['untitled']}>
          {href === null ? (
            name
          ) : (
            <Link className={styles['way']} href={href}>
              {name}
            </Link>
          )}
        </h3>
        <p className={styles['about']}>
          {showLearner && <span>{piece.learner.name}</span>}
          {piece.iterations > 1 && <Attempts count={piece.iterations} />}
          {showAudience && <span>{sayAudience(piece, say)}</span>}
          <WaitingMarkFor id={piece.id} />
        </p>
      </div>
    </article>
  )
}

const stonesDrawn = 5

function Attempts({ count }: { count: number }) {
  const { say } = useWords()
  return (
    <span className={styles['attempts']}>
      <span className={styles['stones']} aria-hidden>
        {Array.from({ length: Math.min(count, stonesDrawn) }, (_, place) => (
          <i key={place} />
        ))}
      </span>
      {say('work.attempts', { count })}
    </span>
  )
}

const signs = { audio: Mic, video: Film, document: FileText, file: FileText, picture: FileText }

/** The name beside it says what it is, so the cover itself is decoration to those who listen. */
function Cover({ piece, first }: { piece: Tile; first: boolean }) {
  const { say } = useWords()
  const { cover, excerpt } = piece
  const pictures = cover ? picturesOf(cover) : []
  if (cover && pictures.length > 0) {
    return (
      <div className={styles['cover']}>
        <Picture
          renditions={pictures}
          {...frameOf(cover)}
          alt=""
          thumbhash={cover.placeholder}
          sizes="(min-width: 62rem) 20rem, (min-width: 40rem) 45vw, 92vw"
          cover
          first={first}
        />
      </div>
    )
  }
  if (!cover && excerpt) {
    return (
      <div className={classNames(styles['cover'], styles['page'])}>
        <p className={styles['excerpt']} aria-hidden>
          {excerpt}
        </p>
      </div>
    )
  }
  const Sign = cover ? signs[cover.kind ?? 'file'] : Link2
  // a recorder's own name for its file says nothing that the sign and the title do not
  const isRecorded = cover?.kind === 'audio' || cover?.kind === 'video'
  const coming = cover !== null && cover.state !== 'ready' && cover.state !== 'failed'
  return (
    <div className={styles['cover']}>
      <span className={styles['bare']}>
        <Sign aria-hidden />
        {coming ? say('work.getting-ready') : !isRecorded && cover?.name}
      </span>
    </div>
  )
}

const audienceWords: Record<Tile['audiences'][number], WordKey> = {
  teachers: 'work.for-teachers',
  family: 'work.for-family',
  class: 'work.for-class',
}

function sayAudience(piece: Tile, say: ReturnType<typeof useWords>['say']): string {
  if (piece.audiences.length === 0) return say('work.for-nobody')
  return piece.audiences.map((audience) => say(audienceWords[audience])).join(' · ')
}
