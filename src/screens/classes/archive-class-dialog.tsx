import { Archive } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ArchiveClass, GetKeptClass, ListKeptClasses } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useTimesLost } from './times-lost.ts'

export function ArchiveClassDialog({ id, name }: { id: string; name: string }) {
  const { say } = useWords()
  const [archiving, setArchiving] = useState<string>()
  const close = () => setArchiving(undefined)
  const archive = useAct(ArchiveClass, { refreshes: [GetKeptClass, ListKeptClasses], onDone: close })
  const lost = useTimesLost(archiving !== undefined)({ classIds: [id] })
  return (
    <>
      <Button icon={Archive} onClick={() => setArchiving(v7())}>
        {say('classes.archive')}
      </Button>
      <Dialog
        open={archiving !== undefined}
        title={say('classes.archive-title', { name })}
        onClose={close}
        busy={archive.isPending}
        actions={
          <>
            <Button onClick={close}>{say('register.leave-it')}</Button>
            <Button
              look="danger"
              icon={Archive}
              busy={archive.isPending}
              onClick={() =>
                archiving && archive.mutate({ params: { id: archiving }, body: { classId: id } })
              }
            >
              {say('classes.archive-do')}
            </Button>
          </>
        }
      >
        <p>{say('classes.archive-meaning')}</p>
        {lost && <Notice kind="note">{lost}</Notice>}
        <WhyNot error={archive.error} />
      </Dialog>
    </>
  )
}
