import { lazy, Suspense, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetPiece, GetPortfolio, ListRevisions, ReviseIteration } from '../../work/contract.ts'
import { CaptureForm, type Kept } from '../../work/web/capture-form.tsx'
import type { Clash } from './changed-elsewhere.tsx'
import { NoPiece } from './no-piece.tsx'
import { type Iteration, type Piece, usePiece } from './read-piece.ts'

/** Fetched when two edits have met, which is seldom. */
const ChangedElsewhere = lazy(async () => ({
  default: (await import('./changed-elsewhere.tsx')).ChangedElsewhere,
}))

export function EditIterationScreen({ params }: ScreenProps) {
  const { data: piece, error, refetch } = usePiece(params['id'] ?? '')
  const iteration = piece?.iterations.find(({ id }) => id === params['iterationId'])
  if (!piece && !error) return <Loading />
  if (!piece || !iteration || !piece.may.revise) {
    const missing = error ?? new ApiRefusal(404, 'not_found', '')
    return <NoPiece error={missing} onTry={() => void refetch()} />
  }
  return <EditIteration piece={piece} iteration={iteration} />
}

function EditIteration({ piece, iteration }: { piece: Piece; iteration: Iteration }) {
  const { say } = useWords()
  // What the form began from, however the piece moves on meanwhile.
  const [began] = useState(iteration)
  const [clash, setClash] = useState<Clash>()
  const keep = useKeepEdit(piece, began, setClash)
  const home = `/pieces/${piece.id}?attempt=${began.number}`
  const title = piece.title || say('piece.untitled')
  return (
    <Page
      title={say('piece.edit-title', { number: began.number })}
      lead={
        <>
          <Link href={home}>{say('piece.back-to', { title })}</Link>. {say('piece.edit-meaning')}
        </>
      }
      width="reading"
      bar={<PersonBar />}
    >
      <CaptureForm
        draftKey={`edit ${began.id}`}
        saveLabel={say('piece.keep-changes')}
        initial={began}
        asksTitle={false}
        asksWhatChanged={began.number > 1}
        onKeep={keep}
      />
      {clash && (
        <Suspense fallback={<Loading />}>
          <ChangedElsewhere clash={clash} piece={piece} now={iteration} />
        </Suspense>
      )}
    </Page>
  )
}

/** Saves over the state the form began from; if that moved on, asks before anything goes over it. */
function useKeepEdit(piece: Piece, began: Iteration, setClash: (clash: Clash | undefined) => void) {
  const { say } = useWords()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const keepEdit = useKeepAll({
    as: 'work.waiting-edit',
    values: () => ({ title: piece.title || say('piece.untitled'), name: piece.title, piece: piece.id }),
    refreshes: [GetPiece, GetPortfolio, ListRevisions],
  })
  const send = ({ parts, whatChanged, draft, beside }: Kept, over: number) => {
    const edit = { params: { id: began.id, revision: over + 1 }, body: { parts, whatChanged } }
    return keepEdit([write(ReviseIteration, edit), ...beside], { draft })
  }
  const revise = async (kept: Kept, over: number): Promise<void> => {
    try {
      await send(kept, over)
    } catch (error) {
      if (!(error instanceof ApiRefusal) || error.code !== 'changed_elsewhere') throw error
      await queries.invalidateQueries({ queryKey: queryKeyOf(GetPiece) })
      const seen = await new Promise<number>((goOver, stay) =>
        setClash({ kept, onGoOver: goOver, onStay: () => stay(error) }),
      ).finally(() => setClash(undefined))
      await revise(kept, seen)
    }
  }
  return async (kept: Kept) => {
    await revise(kept, kept.revision ?? began.revision)
    goTo(`/pieces/${piece.id}?attempt=${began.number}`)
  }
}
