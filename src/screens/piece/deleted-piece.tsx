import { Undo2 } from 'lucide-react'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetPiece, GetPortfolio, ListDeletions, RestoreWork } from '../../work/contract.ts'
import { Parts } from '../../work/web/parts.tsx'
import type { Piece } from './read-piece.ts'
import { PieceName } from './piece-name.tsx'
import styles from './piece.module.css'

/** Only its learner comes here: the work as it was, and the way to have it back. */
export function DeletedPiece({ piece, deletedAt }: { piece: Piece; deletedAt: string }) {
  const { say, sayDate } = useWords()
  const { data: deletions } = useRead(ListDeletions, {})
  const restore = useAct(RestoreWork, { refreshes: [GetPiece, GetPortfolio, ListDeletions] })
  const deletion = deletions?.find((one) => one.piece.id === piece.id && one.iterationNumber === null)
  const latest = piece.iterations.at(-1)
  return (
    <>
      <Notice
        kind="note"
        title={say('piece.deleted-title', { when: sayDate(deletedAt) })}
        action={
          <div className={styles['acts']}>
            {deletion && (
              <Button
                look="primary"
                icon={Undo2}
                busy={restore.isPending}
                onClick={() => restore.mutate({ params: { id: deletion.id } })}
              >
                {say('piece.restore')}
              </Button>
            )}
            <ButtonLink href="/deleted" look="plain">
              {say('piece.all-deleted')}
            </ButtonLink>
          </div>
        }
      >
        {deletion
          ? say('piece.deleted-until', { day: sayDate(deletion.erasedOn) })
          : say('piece.deleted-meaning')}
      </Notice>
      <PieceName piece={piece} />
      {latest && <Parts parts={latest.parts} />}
    </>
  )
}
