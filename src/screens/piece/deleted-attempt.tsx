import { Undo2 } from 'lucide-react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetPiece, GetPortfolio, ListDeletions, RestoreWork } from '../../work/contract.ts'

/** An attempt just deleted here, while it can be taken back with one press. */
export type Deleted = { id: string; number: number }

export function DeletedAttempt({ deleted, onSettled }: { deleted: Deleted; onSettled: () => void }) {
  const { say } = useWords()
  const restore = useAct(RestoreWork, {
    refreshes: [GetPiece, GetPortfolio, ListDeletions],
    onDone: onSettled,
  })
  return (
    <Notice
      kind="success"
      title={say('piece.attempt-deleted', { number: deleted.number })}
      action={
        <Button
          icon={Undo2}
          busy={restore.isPending}
          onClick={() => restore.mutate({ params: { id: deleted.id } })}
        >
          {say('piece.undo')}
        </Button>
      }
    >
      {say('piece.deleted-meaning')}
    </Notice>
  )
}
