import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetRosterImport, ListRosterImports, UndoRosterImport } from '../../rosters/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWhyNot } from './why-not.ts'

export function UndoRoster({ id }: { id: string }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const undo = useAct(UndoRosterImport, {
    refreshes: [GetRosterImport, ListRosterImports],
    onDone: () => setOpen(false),
  })
  const why = useWhyNot(undo.error)
  return (
    <div>
      <Button icon={Undo2} onClick={() => setOpen(true)}>
        {say('rosters.undo')}
      </Button>
      <Dialog
        open={open}
        title={say('rosters.undo-title')}
        onClose={() => setOpen(false)}
        busy={undo.isPending}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{say('rosters.keep-it')}</Button>
            <Button
              look="danger"
              icon={Undo2}
              busy={undo.isPending}
              onClick={() => undo.mutate({ params: { id } })}
            >
              {say('rosters.undo-yes')}
            </Button>
          </>
        }
      >
        <p>{say('rosters.undo-meaning')}</p>
        {why && <Notice kind="problem">{why}</Notice>}
      </Dialog>
    </div>
  )
}
