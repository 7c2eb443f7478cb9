import { useState } from 'react'
import { PersonBar } from '../../people/web/top-bar.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetPiece } from '../../work/contract.ts'
import { usePieceWithWaiting } from '../../work/web/use-waiting-work.ts'
import { DeletedPiece } from './deleted-piece.tsx'
import { NoPiece } from './no-piece.tsx'
import { WaitingNotice } from '../../outbox/web/waiting-notice.tsx'
import { StandingPiece } from './standing-piece.tsx'

export type Piece = Answer<typeof GetPiece>
export type Iteration = Piece['iterations'][number]

export function PieceScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const { data: piece, error, refetch } = usePiece(id)
  const { say } = useWords()
  if (!piece && error) return <NoPiece error={error} onTry={() => void refetch()} />
  if (!piece) return <Loading />
  return (
    <Page title={piece.title || say('piece.untitled')} heading="unseen" bar={<PersonBar />}>
      {piece.deletedAt ? (
        <DeletedPiece piece={piece} deletedAt={piece.deletedAt} />
      ) : (
        <>
          <WaitingNotice id={piece.id} />
          <StandingPiece piece={piece} />
        </>
      )}
    </Page>
  )
}

/** With what waits on this device. Asks again by itself, and only while a file of it is being prepared. */
export function usePiece(id: string) {
  const [pace, setPace] = useState<number | false>(false)
  const read = useRead(GetPiece, { params: { id } }, { refetchInterval: pace })
  const wanted = paceFor(read.data)
  if (wanted !== pace) setPace(wanted)
  const data = usePieceWithWaiting(id, read)
  return { ...read, data, error: data ? null : read.error }
}

function paceFor(piece: Piece | undefined): number | false {
  const states = (piece?.iterations ?? [])
    .flatMap((iteration) => iteration.parts)
    .map((part) => (part.kind === 'media' ? part.media.state : 'ready'))
  if (states.some((state) => state === 'waiting' || state === 'working')) return 2_000
  return states.includes('arriving') ? 5_000 : false
}
