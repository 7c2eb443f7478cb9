import { LogOut } from 'lucide-react'
import { useEffect } from 'react'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { useOutbox, useOutboxState, useWaiting } from '../../outbox/web/use-outbox.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type LeavingDialogProps = { onStay: () => void; onLeave: () => void }

/** Signing out while something has not arrived: it is sent first where it can be, and nobody has to wait for it. */
export function LeavingDialog({ onStay, onLeave }: LeavingDialogProps) {
  const { say } = useWords()
  const device = useThisDevice()
  const outbox = useOutbox()
  const { line } = useOutboxState()
  const sendable = useWaiting().filter((entry) => !entry.refusal)
  const count = useWaiting().length
  useEffect(() => void outbox.wake(), [outbox])
  const allGone = count === 0
  useEffect(() => {
    if (allGone) onLeave()
    // Only when the last one arrives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [allGone])
  const isSending = line === 'here' && sendable.length > 0
  return (
    <Dialog
      open
      title={say('leaving.title', { count })}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>{say('leaving.stay')}</Button>
          <Button look="primary" icon={LogOut} onClick={onLeave}>
            {say('leaving.now')}
          </Button>
        </>
      }
    >
      <p>{say(isSending ? 'leaving.sending' : 'leaving.waiting', { device })}</p>
      <p>{say('leaving.private', { device })}</p>
    </Dialog>
  )
}
