import { Link } from 'wouter'
import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import { WaitingMarkFor } from '../../outbox/web/waiting-mark.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Picture } from '../../ui/picture.tsx'
import type { ListCollections } from '../contract.ts'
import styles from './collections.module.css'

export type Tile = Answer<typeof ListCollections>['collections'][number]

/** A collection by its cover and its name. */
export function CollectionTile({ tile, showLearner = false }: { tile: Tile; showLearner?: boolean }) {
  const { say } = useWords()
  const { cover } = tile
  const who =
    tile.audiences.length === 0
      ? say('collections.for-nobody')
      : tile.audiences.map((audience) => say(`collections.for-${audience}`)).join(' · ')
  return (
    <article className={styles['tile']} data-look={tile.look}>
      <div className={styles['tile-cover']}>
        {cover && (
          <Picture
            renditions={picturesOf(cover)}
            {...frameOf(cover)}
            alt=""
            thumbhash={cover.placeholder}
            sizes="(min-width: 62rem) 20rem, 92vw"
            cover
          />
        )}
      </div>
      <div className={styles['tile-words']}>
        <h3>
          <Link href={`/collections/${tile.id}`}>{tile.title || say('collections.untitled')}</Link>
        </h3>
        <p>
          {showLearner && <span>{tile.learner.name}</span>}
          <span>{say('collections.count', { count: tile.choices })}</span>
          {!showLearner && <span>{who}</span>}
          <WaitingMarkFor id={tile.id} />
        </p>
      </div>
    </article>
  )
}

export function CollectionWall({
  tiles,
  showLearner = false,
}: {
  tiles: readonly Tile[]
  showLearner?: boolean
}) {
  return (
    <ul className={styles['wall']}>
      {tiles.map((tile) => (
        <li key={tile.id}>
          <CollectionTile tile={tile} showLearner={showLearner} />
        </li>
      ))}
    </ul>
  )
}
