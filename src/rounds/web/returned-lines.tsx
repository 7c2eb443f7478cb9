import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { WaitingLine, WaitingLines } from '../../work/web/waiting-line.tsx'
import { ListReturned } from '../contract.ts'

/** On a learner's first page: work that came back for another go, with what to try. Else nothing. */
export function ReturnedLines() {
  const { say } = useWords()
  const { data } = useRead(ListReturned, {})
  if (!data || data.length === 0) return null
  return (
    <WaitingLines label={say('rounds.another-go')}>
      {data.map(({ id, tryNext, returnedBy, piece }) => (
        <WaitingLine
          key={id}
          from={returnedBy}
          sentence={say('rounds.came-back', {
            name: returnedBy.name,
            title: piece.title || say('rounds.your-work'),
          })}
          words={tryNext}
          href={`/pieces/${piece.id}`}
        />
      ))}
    </WaitingLines>
  )
}
