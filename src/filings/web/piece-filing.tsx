import { Users } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ListPieceFilings } from '../contract.ts'
import { PutRightDialog } from './put-right-dialog.tsx'

type PieceFilingProps = { pieceId: string; iterationId: string; only: boolean }

/** Beside an attempt, for whoever filed it: the way to whose it is. Nothing for everybody else. */
export function PieceFiling({ pieceId, iterationId, only }: PieceFilingProps) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const [open, setOpen] = useState(false)
  const { data } = useRead(ListPieceFilings, { params: { id: pieceId } })
  const filed = data?.filings.find((one) => one.iterationId === iterationId)
  if (!data || !filed || filed.takenBack) return null
  if (filed.builtUpon) return <p>{say('filings.built-upon', { name: filed.learner.name })}</p>
  if (!filed.may.move) return null
  return (
    <div>
      <Button look="plain" icon={Users} onClick={() => setOpen(true)}>
        {say('filings.wrong')}
      </Button>
      {open && (
        <PutRightDialog
          filed={filed}
          learners={data.learners}
          onClose={() => setOpen(false)}
          onDone={() => only && goTo('/today')}
        />
      )}
    </div>
  )
}
