import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import { ListChildSpaces } from '../contract.ts'

/** The groups and one-to-ones of a child, as far as they are shown to families, with what the child shows of them. */
export function ChildSpaces({ childId }: { childId: string }) {
  const { say, sayList } = useWords()
  const { data } = useRead(ListChildSpaces, { params: { id: childId } })
  const byHand = data?.filter(({ kind }) => kind !== 'class') ?? []
  if (byHand.length === 0) return null
  return (
    <details>
      <summary>{say('groups.child-spaces', { count: byHand.length })}</summary>
      {byHand.map((one) => (
        <section key={one.id} aria-label={one.name}>
          <h3>{one.name}</h3>
          <p>{[say(`groups.kind-${one.kind}`), sayList(one.teachers)].filter(Boolean).join(' · ')}</p>
          {one.pieces.length > 0 && <PieceWall pieces={one.pieces} />}
        </section>
      ))}
    </details>
  )
}
