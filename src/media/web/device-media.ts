import { useEffect, useState } from 'react'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'
import type { ShownFile } from './device-file.ts'
import type { Media } from './media-view-renditions.ts'

/** Files of this device by their ids, as the server would describe them once they are there. */
export function useDeviceMedia(ids: readonly string[]): (id: string) => Media {
  const outbox = useOutbox()
  const [shown, setShown] = useState<ReadonlyMap<string, ShownFile>>(new Map())
  const wanted = ids.join(' ')
  useEffect(() => {
    let stopped = false
    const opened = new Map<string, ShownFile>()
    const openAll = async () => {
      const { openFile } = await import('./device-file.ts')
      for (const id of wanted.split(' ').filter(Boolean)) {
        const found = await openFile(outbox, id).catch(() => undefined)
        if (stopped) return found && URL.revokeObjectURL(found.url)
        if (found) setShown(new Map(opened.set(id, found)))
      }
    }
    void openAll()
    return () => {
      stopped = true
      for (const { url } of opened.values()) URL.revokeObjectURL(url)
    }
  }, [outbox, wanted])
  return (id) => shown.get(id)?.media ?? unopened(id)
}

export function unopened(id: string): Media {
  return {
    id,
    state: 'arriving',
    progress: 0,
    failure: null,
    name: '',
    kind: null,
    type: null,
    width: null,
    height: null,
    seconds: null,
    placeholder: null,
    remarks: [],
    renditions: [],
    transcript: null,
  }
}
