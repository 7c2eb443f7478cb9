import { Check } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type KeepDialogProps = { name: string; onStay: () => void; onThrowAway: () => void; onKeep: () => void }

/** Going away with something made: it is never kept or thrown away without a word. */
export function KeepDialog({ name, onStay, onThrowAway, onKeep }: KeepDialogProps) {
  const { say } = useWords()
  return (
    <Dialog
      open
      title={say('handovers.keep-it')}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onThrowAway}>{say('handovers.throw-away')}</Button>
          <Button look="primary" icon={Check} onClick={onKeep}>
            {say('handovers.keep')}
          </Button>
        </>
      }
    >
      <p>{say('handovers.keep-meaning', { name })}</p>
    </Dialog>
  )
}
