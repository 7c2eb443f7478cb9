import { useCallback, useEffect, useRef, useState } from 'react'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'

/** What was said instead of written: a file on this device that travels before the words. */
export type Spoken = {
  /** to hear or see it before it is sent */
  preview: { address: string; kind: 'audio' | 'video' } | undefined
  /** not safe yet, or still being looked for */
  busy: boolean
  problem: boolean
  /** fulfilled once it is safe here */
  take: (file: File | undefined) => Promise<void>
  /** Whether it is safe; it travels before what names it. */
  kept: () => Promise<boolean>
  /** It belongs to what was sent now. */
  leave: () => void
}

type SpokenOptions = {
  /** of the draft, which may have been begun by an earlier page */
  mediaId: string | undefined
  onChange: (mediaId: string | undefined) => void
}

export function useSpoken({ mediaId, onChange }: SpokenOptions): Spoken {
  const { files, chosen } = useChosenFiles()
  const outbox = useOutbox()
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  const looked = useRef<string>(undefined)
  const file = files.find(({ id }) => id === mediaId)
  const [looking, setLooking] = useState(false)
  const missing = mediaId !== undefined && file === undefined

  // what an earlier page kept, before the battery went
  useEffect(() => {
    if (!missing || looked.current === mediaId) return
    looked.current = mediaId
    setLooking(true)
    void outbox.box
      .then((box) => box.open(mediaId))
      .catch(() => undefined)
      .then((found) => {
        if (found) chosen.found(mediaId, found)
        else change.current(undefined)
      })
      .finally(() => setLooking(false))
  }, [missing, mediaId, outbox, chosen])

  const take = useCallback(
    async (taken: File | undefined) => {
      if (mediaId !== undefined) chosen.remove(mediaId)
      const added = taken && chosen.add(taken)
      looked.current = added?.id
      change.current(added?.id)
      if (added && !(await chosen.allKept([added.id]))) throw new Error('there was no room for the recording')
    },
    [mediaId, chosen],
  )
  return {
    preview: file && { address: file.preview, kind: file.type.startsWith('video/') ? 'video' : 'audio' },
    busy: looking || file?.state === 'keeping',
    problem: file?.state === 'refused',
    take,
    kept: async () => mediaId === undefined || (!looking && (await chosen.allKept([mediaId]))),
    leave: () => {
      looked.current = mediaId
      chosen.stop()
    },
  }
}
