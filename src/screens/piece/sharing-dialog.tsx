import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useNetworkState } from '../../platform/web/network.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Face } from '../../ui/faces.tsx'
import { Notice, SavedState } from '../../ui/notice.tsx'
import {
  GetPiece,
  GetPortfolio,
  GetWall,
  SharePiece,
  WhoSees,
  WhoWouldSee,
  WithdrawShare,
} from '../../work/contract.ts'
import type { Piece } from './read-piece.ts'
import styles from './piece.module.css'

type Audience = Answer<typeof WhoWouldSee>[number]
type Row = Pick<Audience, 'audience' | 'space'> & {
  faces: Audience['faces'] | undefined
  shareId: string | undefined
}

const refreshes = [GetPiece, WhoSees, GetPortfolio, GetWall]

/** One line per audience with the people in it today; a tick shows the work to them, at once. */
export function SharingDialog({ piece, onClose }: { piece: Piece; onClose: () => void }) {
  const { say } = useWords()
  const network = useNetworkState()
  const [touched, setTouched] = useState(false)
  const { data: audiences } = useRead(
    WhoWouldSee,
    { params: { id: piece.learner.id } },
    { enabled: piece.may.share },
  )
  const share = useKeep(SharePiece, { as: 'piece.waiting-share', refreshes })
  const withdraw = useKeep(WithdrawShare, { as: 'piece.waiting-share', refreshes })
  const busy = share.isPending || withdraw.isPending
  const error = share.error ?? withdraw.error
  const toggle = (row: Row) => {
    setTouched(true)
    if (row.shareId) return withdraw.mutate({ params: { id: row.shareId } })
    const space = row.space ? { spaceId: row.space.id } : {}
    share.mutate({ params: { id: newId() }, body: { pieceId: piece.id, audience: row.audience, ...space } })
  }
  return (
    <Dialog
      open
      title={say('ui.who-can-see')}
      onClose={onClose}
      actions={
        <>
          {touched && (
            <SavedState
              step={busy ? (network === 'waiting' ? 'waiting' : 'saving') : error ? 'unsaved' : 'saved'}
            />
          )}
          <Button look="primary" onClick={onClose}>
            {say('spaces.done')}
          </Button>
        </>
      }
    >
      {piece.may.share && <p className={styles['quiet']}>{say('spaces.always-you')}</p>}
      {rowsOf(piece, audiences).map((row) => (
        <AudienceRow
          key={`${row.audience} ${row.space?.id}`}
          row={row}
          busy={busy}
          mine={piece.may.share}
          onToggle={() => toggle(row)}
        />
      ))}
      {error && (
        <Notice kind="problem">
          {error instanceof ApiRefusal ? error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
    </Dialog>
  )
}

type AudienceRowProps = { row: Row; mine: boolean; busy: boolean; onToggle: () => void }

function AudienceRow({ row, mine, busy, onToggle }: AudienceRowProps) {
  const { say, sayList } = useWords()
  const { audience, space, faces } = row
  const label =
    audience === 'class'
      ? (space?.name ?? say('spaces.class'))
      : audience === 'teachers' && space
        ? say('spaces.teachers-of', { name: space.name })
        : say(`spaces.${mine ? 'my' : 'the'}-${audience}`)
  const few = faces?.slice(0, 3).map(({ name }) => name) ?? []
  const others = (faces?.length ?? 0) - few.length
  const names = others > 0 ? [...few, say('spaces.others', { count: others })] : few
  return (
    <Checkbox
      label={<strong>{label}</strong>}
      checked={row.shareId !== undefined}
      disabled={busy}
      onChange={onToggle}
      hint={
        faces && (
          <span className={styles['would']}>
            <span className={styles['faces']}>
              {faces.slice(0, 3).map((person) => (
                <Face key={person.id} person={person} size="small" />
              ))}
            </span>
            {faces.length === 0 ? say('spaces.nobody-here') : sayList(names)}
          </span>
        )
      }
    />
  )
}

/** The audiences of today, and shares that stand although their audience is not one of today's. */
function rowsOf(piece: Piece, audiences: readonly Audience[] | undefined): Row[] {
  const isSame = (one: Pick<Audience, 'audience' | 'space'>, other: Pick<Audience, 'audience' | 'space'>) =>
    one.audience === other.audience && one.space?.id === other.space?.id
  const known = (audiences ?? []).map((row) => ({
    ...row,
    shareId: piece.shares.find((share) => isSame(share, row))?.id,
  }))
  const further = piece.shares
    .filter((share) => share.may.withdraw && !known.some((row) => isSame(row, share)))
    .map(({ audience, space, id }) => ({ audience, space, faces: undefined, shareId: id }))
  return [...known, ...further]
}
