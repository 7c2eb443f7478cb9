import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListClasses } from '../../schools/contract.ts'
import { Select } from '../../ui/field.tsx'
import { GetPortfolio, GetWall } from '../../work/contract.ts'
import type { Tile } from '../../work/web/piece-tile.tsx'

type ChooseWorkProps = {
  piece: { id: string; learner: { id: string; name: string } }
  chosen: string | undefined
  onChoose: (pieceId: string) => void
}

/** Work of this learner, or from the wall of a class; the server asks once more whether both see it. */
export function ChooseWork({ piece, chosen, onChoose }: ChooseWorkProps) {
  const { say } = useWords()
  const { data: classes } = useRead(ListClasses, {})
  const taught = classes?.filter(({ role }) => role === 'teacher') ?? []
  const [from, setFrom] = useState('')
  return (
    <>
      <Select
        label={say('rounds.work-from')}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      >
        <option value="">{say('rounds.work-of', { name: piece.learner.name })}</option>
        {taught.map(({ id, spaceId, name }) => (
          <option key={id} value={spaceId}>
            {say('rounds.wall-of', { name })}
          </option>
        ))}
      </Select>
      {from ? (
        <FromWall spaceId={from} {...{ piece, chosen, onChoose }} />
      ) : (
        <FromPortfolio {...{ piece, chosen, onChoose }} />
      )}
    </>
  )
}

function FromPortfolio(props: ChooseWorkProps) {
  const { data } = useRead(GetPortfolio, { params: { id: props.piece.learner.id }, query: {} })
  return <Pieces pieces={data?.pieces ?? []} {...props} />
}

function FromWall({ spaceId, ...props }: ChooseWorkProps & { spaceId: string }) {
  const { data } = useRead(GetWall, { params: { id: spaceId }, query: {} })
  const pieces = (data?.posts ?? []).map((post) => post.piece)
  return <Pieces pieces={[...new Map(pieces.map((one) => [one.id, one])).values()]} namesLearner {...props} />
}

type PiecesProps = ChooseWorkProps & { pieces: readonly Tile[]; namesLearner?: boolean }

function Pieces({ pieces, piece, chosen, onChoose, namesLearner = false }: PiecesProps) {
  const { say } = useWords()
  const others = pieces.filter(({ id }) => id !== piece.id)
  if (others.length === 0) return <p>{say('rounds.no-work')}</p>
  const known = others.some(({ id }) => id === chosen)
  return (
    <Select
      label={say('rounds.which-work')}
      value={known ? chosen : ''}
      onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value)}
    >
      <option value="">{say('rounds.choose')}</option>
      {others.map(({ id, title, learner, excerpt }) => (
        <option key={id} value={id}>
          {[
            title || excerpt.slice(0, 40) || say('work.untitled'),
            ...(namesLearner ? [learner.name] : []),
          ].join(' · ')}
        </option>
      ))}
    </Select>
  )
}
