import { useState } from 'react'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'

/** Tries at once, and is busy until that try is over. */
export function useSendNow(): { busy: boolean; sendNow: () => void } {
  const outbox = useOutbox()
  const [busy, setBusy] = useState(false)
  const sendNow = () => {
    setBusy(true)
    void outbox.wake().finally(() => setBusy(false))
  }
  return { busy, sendNow }
}
