import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetPiece, GetPortfolio, RenamePiece } from '../../work/contract.ts'
import { longestTitle } from '../../work/piece.ts'
import type { Piece } from './read-piece.ts'
import styles from './piece.module.css'

export function RenameDialog({ piece, onClose }: { piece: Piece; onClose: () => void }) {
  const { say } = useWords()
  const [title, setTitle] = useState(piece.title)
  const rename = useKeep(RenamePiece, {
    as: 'piece.waiting-name',
    values: ({ body }) => ({ title: body.title }),
    refreshes: [GetPiece, GetPortfolio],
    onDone: onClose,
  })
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!rename.isPending) rename.mutate({ params: { id: piece.id }, body: { title: title.trim() } })
  }
  return (
    <Dialog open title={say(piece.title ? 'piece.rename' : 'piece.give-name')} onClose={onClose}>
      <form className={styles['form']} onSubmit={keep}>
        <Field
          label={say('piece.name')}
          value={title}
          maxLength={longestTitle}
          autoFocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {rename.error && (
          <Notice kind="problem">
            {rename.error instanceof ApiRefusal ? rename.error.sentence : say('feedback.not-sent')}
          </Notice>
        )}
        <div className={styles['end']}>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" look="primary" busy={rename.isPending}>
            {say('piece.keep-name')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
