import { Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { restorableDays } from '../../deletions/deletion.ts'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DeleteWork, GetPiece, GetPortfolio, ListDeletions } from '../../work/contract.ts'
import type { Deleted } from './deleted-attempt.tsx'
import type { Iteration, Piece } from './read-piece.ts'

type DeleteDialogProps = {
  piece: Piece
  /** One attempt of it; the whole piece without. */
  iteration?: Iteration
  onClose: () => void
  onDeleted?: (deleted: Deleted) => void
}

/** Says what goes, that others will not see it any more, and how long it can come back. */
export function DeleteDialog({ piece, iteration, onClose, onDeleted }: DeleteDialogProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const remove = useAct(DeleteWork, {
    refreshes: [GetPiece, GetPortfolio, ListDeletions],
    onDone: () => {
      if (iteration) onDeleted?.({ id: id.current, number: iteration.number })
      onClose()
    },
  })
  const what = iteration ? { iterationId: iteration.id } : {}
  return (
    <Dialog
      open
      title={
        iteration
          ? say('piece.delete-attempt-title', { number: iteration.number })
          : say('piece.delete-piece-title')
      }
      onClose={onClose}
      busy={remove.isPending}
      actions={
        <>
          <Button onClick={onClose}>{say('piece.keep-it')}</Button>
          <Button
            look="danger"
            icon={Trash2}
            busy={remove.isPending}
            onClick={() =>
              remove.mutate({ params: { id: id.current }, body: { pieceId: piece.id, ...what } })
            }
          >
            {say('piece.delete')}
          </Button>
        </>
      }
    >
      <p>{say(iteration ? 'piece.delete-attempt-meaning' : 'piece.delete-piece-meaning')}</p>
      <p>{say('piece.delete-days', { days: restorableDays })}</p>
      {remove.error && (
        <Notice kind="problem">
          {remove.error instanceof ApiRefusal ? remove.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
    </Dialog>
  )
}
