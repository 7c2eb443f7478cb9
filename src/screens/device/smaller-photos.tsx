import { ImageDown } from 'lucide-react'
import { useState } from 'react'
import { mayBeSmaller } from '../../device/web/smaller-copy.ts'
import { sayBytes } from '../../media/web/media-view-renditions.ts'
import { useOutbox, useOutboxState } from '../../outbox/web/use-outbox.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

const worthSaying = 2_000_000

/** For a line on which full photos take an afternoon: what a smaller copy gains, and what it costs. */
export function SmallerPhotos() {
  const { say, locale } = useWords()
  const outbox = useOutbox()
  const { files } = useOutboxState()
  const [busy, setBusy] = useState(false)
  const heavy = [...files.values()].filter((file) => file.sent === 0 && mayBeSmaller(file))
  const bytes = heavy.reduce((sum, file) => sum + file.bytes, 0)
  if (!busy && bytes < worthSaying) return null
  const shrink = async () => {
    setBusy(true)
    await import('../../outbox/web/send-smaller.ts')
      .then(({ sendSmaller }) => sendSmaller(outbox))
      .finally(() => setBusy(false))
  }
  return (
    <Notice
      kind="note"
      title={say('device.smaller')}
      action={
        <Button icon={ImageDown} busy={busy} onClick={() => void shrink()}>
          {say('device.smaller-send')}
        </Button>
      }
    >
      {say('device.smaller-meaning', { size: sayBytes(locale, bytes) })}
    </Notice>
  )
}
