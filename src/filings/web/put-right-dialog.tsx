import { useRef, useState } from 'react'
import { restorableDays } from '../../deletions/deletion.ts'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetClassDay, GetPiece, GetPortfolio, GetWall } from '../../work/contract.ts'
import { ListFilings, ListPieceFilings, MoveFiling, TakeBackFiling } from '../contract.ts'

export type Filed = Answer<typeof ListFilings>['filings'][number]
type Learner = Answer<typeof ListFilings>['learners'][number]

export const filingRefreshes = [ListFilings, ListPieceFilings, GetPiece, GetPortfolio, GetWall, GetClassDay]

type PutRightProps = {
  filed: Filed
  learners: readonly Learner[]
  onClose: () => void
  onDone?: () => void
}

const nobody = 'nobody'

/** Whose it is instead: one choice, and what it means is said before it is done. */
export function PutRightDialog({ filed, learners, onClose, onDone }: PutRightProps) {
  const { say } = useWords()
  const [whose, setWhose] = useState<string>()
  const ids = useRef({ id: newId(), newPieceId: newId(), newIterationId: newId() })
  const settled = () => {
    onClose()
    onDone?.()
  }
  const options = { refreshes: filingRefreshes, onDone: settled }
  const move = useAct(MoveFiling, options)
  const takeBack = useAct(TakeBackFiling, options)
  const others = learners.filter(({ id }) => id !== filed.learner.id)
  const chosen = others.find(({ id }) => id === whose)
  const busy = move.isPending || takeBack.isPending
  const error = move.error ?? takeBack.error
  const { id, ...fresh } = ids.current
  const { iterationId } = filed
  const act = () => {
    if (chosen) move.mutate({ params: { id }, body: { iterationId, learnerId: chosen.id, ...fresh } })
    else takeBack.mutate({ params: { id }, body: { iterationId } })
  }
  const choices = others.map(({ id: value, name }) => ({ value, label: name }))
  const without = { value: nobody, label: say('filings.nobodys'), hint: say('filings.nobodys-hint') }
  return (
    <Dialog
      open
      title={say('filings.put-right-title')}
      onClose={onClose}
      busy={busy}
      actions={
        <>
          <Button onClick={onClose}>{say('filings.leave')}</Button>
          <Button look="primary" busy={busy} disabled={whose === undefined} onClick={act}>
            {chosen ? say('filings.move', { name: chosen.name }) : say('filings.take-back')}
          </Button>
        </>
      }
    >
      <p>{say('filings.put-right-meaning', { name: filed.learner.name, days: restorableDays })}</p>
      <RadioTiles
        label={say('filings.whose')}
        choices={filed.may.takeBack ? [...choices, without] : choices}
        value={whose}
        onChange={setWhose}
      />
      {error && (
        <Notice kind="problem">
          {error instanceof ApiRefusal ? error.sentence : say('filings.needs-network')}
        </Notice>
      )}
    </Dialog>
  )
}
