import { useState } from 'react'
import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Picture } from '../../ui/picture.tsx'
import { usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import styles from './collections.module.css'

type Picked = { id: string; title: string }
type PiecePickerProps = { learnerId: string; onPick: (pieces: Picked[]) => void; onClose: () => void }

/** All of one's work, to choose from. */
export function PiecePicker({ learnerId, onPick, onClose }: PiecePickerProps) {
  const { say } = useWords()
  const { pieces = [], hasNextPage, fetchNextPage, isFetchingNextPage } = usePortfolio(learnerId)
  const [picked, setPicked] = useState<readonly Picked[]>([])
  const toggle = (piece: Picked) =>
    setPicked((before) =>
      before.some(({ id }) => id === piece.id)
        ? before.filter(({ id }) => id !== piece.id)
        : [...before, piece],
    )
  return (
    <Dialog
      open
      title={say('collections.pick-title')}
      onClose={onClose}
      actions={
        <Button look="primary" disabled={picked.length === 0} onClick={() => onPick([...picked])}>
          {say('collections.pick', { count: picked.length })}
        </Button>
      }
    >
      {pieces.length === 0 && <p>{say('collections.pick-nothing')}</p>}
      <ul className={styles['picker']}>
        {pieces.map((piece) => {
          const title = piece.title || piece.excerpt.slice(0, 60) || say('collections.untitled-work')
          return (
            <li key={piece.id}>
              <label>
                <input
                  type="checkbox"
                  checked={picked.some(({ id }) => id === piece.id)}
                  onChange={() => toggle({ id: piece.id, title })}
                />
                <span className={styles['thumb']}>
                  {piece.cover && picturesOf(piece.cover).length > 0 && (
                    <Picture
                      renditions={picturesOf(piece.cover).slice(0, 1)}
                      {...frameOf(piece.cover)}
                      alt=""
                      thumbhash={piece.cover.placeholder}
                      sizes="8rem"
                      cover
                    />
                  )}
                </span>
                <span>{title}</span>
              </label>
            </li>
          )
        })}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('collections.pick-older')}
        </Button>
      )}
    </Dialog>
  )
}
