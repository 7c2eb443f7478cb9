import { PieceTile, type Tile } from './piece-tile.tsx'
import styles from './piece-wall.module.css'

type PieceWallProps = { pieces: readonly Tile[]; showLearner?: boolean }

/** Pieces side by side, in the order given. */
export function PieceWall({ pieces, showLearner = false }: PieceWallProps) {
  return (
    <ul className={styles['wall']}>
      {pieces.map((piece) => (
        <li key={piece.id}>
          <PieceTile piece={piece} showLearner={showLearner} />
        </li>
      ))}
    </ul>
  )
}
