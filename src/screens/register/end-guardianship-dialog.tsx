import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EndGuardianship, FindPeople, GetPerson } from '../../register/contract.ts'
import { type Ending, endings } from '../../register/registered.ts'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'

type EndDialogProps = {
  tie: { id: string; name: string } | undefined
  names: [string, string]
  onClose: () => void
}

/** Over, or never right: either way nothing of the child is open to the adult from the next moment on. */
export function EndGuardianshipDialog({ tie, names, onClose }: EndDialogProps) {
  const { say } = useWords()
  const [kind, setKind] = useState<Ending>('over')
  const end = useAct(EndGuardianship, { refreshes: [GetPerson, FindPeople], onDone: onClose })
  const [one, other] = names
  return (
    <Dialog
      open={tie !== undefined}
      title={say('register.end-title', { one, other })}
      onClose={onClose}
      busy={end.isPending}
      actions={
        <>
          <Button onClick={onClose}>{say('register.leave-it')}</Button>
          <Button
            look="danger"
            busy={end.isPending}
            onClick={() => tie && end.mutate({ params: { id: tie.id }, body: { kind } })}
          >
            {say('register.end-do')}
          </Button>
        </>
      }
    >
      <RadioTiles
        label={say('register.end-why')}
        value={kind}
        onChange={setKind}
        choices={endings.map((value) => ({
          value,
          label: say(`register.end-${value}`),
          hint: say(`register.end-${value}-meaning`),
        }))}
      />
      <p>{say('register.end-meaning')}</p>
      <WhyNot error={end.error} />
    </Dialog>
  )
}
