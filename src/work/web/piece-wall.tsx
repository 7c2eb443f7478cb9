import { PieceTile, type Tile } from './piece-tile.tsx'
import styles from './piece-wall.module.css'

type PieceWallProps = {
  pieces: readonly Tile[]
  showLearner?: boolean
  showAudience?: boolean
  leads?: boolean
}

/** Pieces side by side, in the order given; `leads` when nothing but they is at the head of the page. */
export function PieceWall({
  pieces,
  showLearner = false,
  showAudience = true,
  leads = false,
}: PieceWallProps) {
  return (
    <ul className={styles['wall']}>
      {pieces.map((piece, place) => (
        <li key={piece.id}>
          <PieceTile
            piece={piece}
            showLearner={showLearner}
            showAudience={showAudience}
            first={leads && place < 2}
          />
        </li>
      ))}
    </ul>
  )
}
