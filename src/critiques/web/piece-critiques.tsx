import { lazy, Suspense } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListPieceCritiques } from '../contract.ts'

/** Most attempts were on no table; what shows words is fetched where there are some. */
const SaidHere = lazy(async () => ({ default: (await import('./said-here.tsx')).SaidHere }))

/** On a piece's page: what classmates said about this attempt. Its learner and the round's teachers find it. */
export function PieceCritiques({ pieceId, iterationId }: { pieceId: string; iterationId: string }) {
  const { say } = useWords()
  const { data } = useRead(ListPieceCritiques, { params: { id: pieceId } })
  const here = data?.filter((one) => one.iterationId === iterationId) ?? []
  if (here.length === 0) return null
  return (
    <section>
      <h2>{say('critiques.from-table')}</h2>
      <Suspense fallback={null}>
        <SaidHere said={here} />
      </Suspense>
    </section>
  )
}
