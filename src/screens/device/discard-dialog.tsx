import { Trash2 } from 'lucide-react'
import { dependentsOf, type Entry } from '../../outbox/entry.ts'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type DiscardDialogProps = { entry: Entry; entries: readonly Entry[]; name: string; onClose: () => void }

/** The only way in which anything that waits is ever dropped; whatever builds on it is named. */
export function DiscardDialog({ entry, entries, name, onClose }: DiscardDialogProps) {
  const { say } = useWords()
  const outbox = useOutbox()
  const device = useThisDevice()
  const further = dependentsOf(entry, entries)
  const discard = async () => {
    await outbox.discard([entry.id, ...further.map(({ id }) => id)])
    onClose()
  }
  return (
    <Dialog
      open
      title={say('device.discard-title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('device.keep')}</Button>
          <Button look="danger" icon={Trash2} onClick={() => void discard()}>
            {say('device.discard')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{name}</strong>
      </p>
      <p>{say('device.discard-meaning', { device })}</p>
      {further.length > 0 && (
        <>
          <p>{say('device.discard-also')}</p>
          <ul>
            {further.map(({ id, called }) => (
              <li key={id}>{say(called.word as WordKey, called.values)}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
