import { ExternalLink, Trash2 } from 'lucide-react'
import { MediaView } from '../../media/web/media-view.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { PieceTile } from '../../work/web/piece-tile.tsx'
import { placeOfLink } from '../../writing/safe-link.ts'
import { GetRounds, RemoveExemplar } from '../contract.ts'
import type { Rounds } from './round-beside.tsx'
import styles from './rounds.module.css'

type Exemplar = Rounds['exemplars'][number]

/** Something to look at beside the work; not to be copied, and never another child's unless both may see it. */
export function Exemplars({ exemplars }: { exemplars: readonly Exemplar[] }) {
  const { say } = useWords()
  if (exemplars.length === 0) return null
  return (
    <section className={styles['beside']}>
      <h3>{say('rounds.to-look-at')}</h3>
      <ul className={styles['exemplars']}>
        {exemplars.map((one) => (
          <li key={one.id}>
            <Shown exemplar={one} />
            <p className={styles['by']}>{say('rounds.placed-by', { name: one.placedBy.name })}</p>
            {one.may.remove && <Remove id={one.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Shown({ exemplar }: { exemplar: Exemplar }) {
  const { say } = useWords()
  const { kind, text, url, media, work, caption, alt } = exemplar
  if (kind === 'media' && media) return <MediaView media={media} caption={caption} alt={alt} size="beside" />
  return (
    <>
      {kind === 'text' && <blockquote className={styles['words']}>{text}</blockquote>}
      {kind === 'link' && url && (
        <a className={styles['link']} href={url} target="_blank" rel="noopener noreferrer">
          <ExternalLink aria-hidden />
          {placeOfLink(url).host}
          <span className="unseen">{say('piece.new-window')}</span>
        </a>
      )}
      {kind === 'work' && work && (
        <div className={styles['work']}>
          <PieceTile piece={work} showLearner />
        </div>
      )}
      {caption && <p>{caption}</p>}
    </>
  )
}

function Remove({ id }: { id: string }) {
  const { say } = useWords()
  const remove = useKeep(RemoveExemplar, { as: 'rounds.waiting-removal', refreshes: [GetRounds] })
  return (
    <Button
      look="plain"
      icon={Trash2}
      busy={remove.isPending}
      onClick={() => remove.mutate({ params: { id } })}
    >
      {say('rounds.remove-exemplar')}
    </Button>
  )
}
