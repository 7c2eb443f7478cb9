import { PersonBar } from '../../people/web/top-bar.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { DeletedPiece } from './deleted-piece.tsx'
import { NoPiece } from './no-piece.tsx'
import { WaitingNotice } from '../../outbox/web/waiting-notice.tsx'
import { usePiece } from './read-piece.ts'
import { StandingPiece } from './standing-piece.tsx'

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
