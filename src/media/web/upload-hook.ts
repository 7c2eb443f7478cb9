import { useEffect, useState, useSyncExternalStore } from 'react'
import { sendFile } from './upload.ts'
import { type Upload, UploadQueue } from './upload-queue.ts'

/** The uploads of one form; leaving the form stops what has not arrived. */
export function useUploads(): { uploads: readonly Upload[]; queue: UploadQueue } {
  const [queue] = useState(() => new UploadQueue(sendFile))
  const uploads = useSyncExternalStore(queue.watch, queue.uploads)
  useEffect(() => () => queue.stop(), [queue])
  useEffect(() => warnBeforeLeaving(queue), [queue])
  return { uploads, queue }
}

/** The browser asks before closing a page that is still sending. */
function warnBeforeLeaving(queue: UploadQueue): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (queue.uploads().some(({ state }) => state !== 'arrived' && state !== 'refused'))
      event.preventDefault()
  }
  addEventListener('beforeunload', warn)
  return () => removeEventListener('beforeunload', warn)
}
