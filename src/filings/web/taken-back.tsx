import { Undo2 } from 'lucide-react'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PutBackFiling } from '../contract.ts'
import { type Filed, filingRefreshes } from './put-right-dialog.tsx'

/** What became of it, and the way back while there is one. */
export function TakenBack({ filed }: { filed: Filed }) {
  const { say, sayDate } = useWords()
  const putBack = useAct(PutBackFiling, { refreshes: filingRefreshes })
  const { takenBack } = filed
  if (!takenBack) return null
  const { movedTo, erasedOn, id } = takenBack
  return (
    <Notice
      kind="note"
      action={
        filed.may.putBack && (
          <Button icon={Undo2} busy={putBack.isPending} onClick={() => putBack.mutate({ params: { id } })}>
            {say('filings.put-back', { name: filed.learner.name })}
          </Button>
        )
      }
    >
      {movedTo
        ? say('filings.moved', { from: filed.learner.name, name: movedTo.name })
        : say('filings.taken-back', { name: filed.learner.name, when: sayDate(erasedOn, 'day') })}
      {putBack.error &&
        ` ${putBack.error instanceof ApiRefusal ? putBack.error.sentence : say('filings.needs-network')}`}
    </Notice>
  )
}
