import { FileText, Film, Link2, Music } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { picturesOf } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Stones } from '../../ui/stones.tsx'
import type { Iteration } from './piece-screen.tsx'
import styles from './piece.module.css'

type AttemptStonesProps = {
  iterations: readonly Iteration[]
  selected: string
  onSelect: (id: string) => void
}

export function AttemptStones({ iterations, selected, onSelect }: AttemptStonesProps) {
  const { sayDate } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => showSelected(box.current), [selected])
  return (
    <div ref={box} className={styles['stones']}>
      <Stones
        selected={selected}
        onSelect={onSelect}
        attempts={iterations.map((iteration) => ({
          id: iteration.id,
          number: iteration.number,
          caption: sayDate(iteration.madeAt),
          thumbnail: <Thumbnail iteration={iteration} />,
        }))}
      />
    </div>
  )
}

const signs = { document: FileText, audio: Music, video: Film, file: FileText, picture: FileText }

/** A picture of the attempt if there is one, else the beginning of its words, else what it is made of. */
function Thumbnail({ iteration }: { iteration: Iteration }) {
  const media = iteration.parts.flatMap((part) => (part.kind === 'media' ? [part.media] : []))
  const pictured = media.find((one) => picturesOf(one).length > 0)
  if (pictured) {
    return (
      <Picture
        renditions={picturesOf(pictured).slice(0, 1)}
        width={pictured.width ?? 4}
        height={pictured.height ?? 3}
        alt=""
        thumbhash={pictured.placeholder}
        sizes="7rem"
        cover
      />
    )
  }
  const words = iteration.parts.find((part) => part.kind === 'text')
  if (words) return <span className={styles['snippet']}>{words.text.slice(0, 60)}</span>
  const Sign = media[0] ? signs[media[0].kind ?? 'file'] : Link2
  return <Sign />
}

/** Moves the row, never the page. */
function showSelected(box: HTMLElement | null) {
  const row = box?.querySelector('ol')
  const stone = row?.querySelector<HTMLElement>('[aria-current]')?.parentElement
  if (!row || !stone) return
  row.scrollTo({ left: stone.offsetLeft - (row.clientWidth - stone.clientWidth) / 2 })
}
