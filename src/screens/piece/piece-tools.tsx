import { History, PenLine, Trash2, Type } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import type { Deleted } from './deleted-attempt.tsx'
import type { Iteration, Piece } from './read-piece.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { RevisionsDialog } from './revisions-dialog.tsx'
import styles from './piece.module.css'

type PieceToolsProps = {
  piece: Piece
  iteration: Iteration
  onAttemptDeleted: (deleted: Deleted) => void
}

type Open = 'rename' | 'revisions' | 'delete attempt' | 'delete piece'

/** What a learner seldom does with a piece, folded away; for everybody else there is nothing. */
export function PieceTools({ piece, iteration, onAttemptDeleted }: PieceToolsProps) {
  const { say } = useWords()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const several = piece.iterations.length > 1
  if (!piece.may.revise && !piece.may.remove) return null
  return (
    <div className={styles['tools']}>
      <Menu label={say('ui.more')}>
        <ButtonLink look="plain" icon={PenLine} href={`/pieces/${piece.id}/iterations/${iteration.id}/edit`}>
          {say(several ? 'piece.edit-attempt' : 'piece.edit', { number: iteration.number })}
        </ButtonLink>
        <Button look="plain" icon={Type} onClick={() => setOpen('rename')}>
          {say(piece.title ? 'piece.rename' : 'piece.give-name')}
        </Button>
        {iteration.revision > 1 && (
          <Button look="plain" icon={History} onClick={() => setOpen('revisions')}>
            {say('piece.revisions')}
          </Button>
        )}
        {piece.may.remove && several && (
          <Button look="plain" icon={Trash2} onClick={() => setOpen('delete attempt')}>
            {say('piece.delete-attempt', { number: iteration.number })}
          </Button>
        )}
        {piece.may.remove && (
          <Button look="plain" icon={Trash2} onClick={() => setOpen('delete piece')}>
            {say('piece.delete-piece')}
          </Button>
        )}
      </Menu>
      {open === 'rename' && <RenameDialog piece={piece} onClose={close} />}
      {open === 'revisions' && <RevisionsDialog iteration={iteration} onClose={close} />}
      {open === 'delete attempt' && (
        <DeleteDialog piece={piece} iteration={iteration} onClose={close} onDeleted={onAttemptDeleted} />
      )}
      {open === 'delete piece' && <DeleteDialog piece={piece} onClose={close} />}
    </div>
  )
}
