import { useState } from 'react'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'

/** One file of a form, a voice note or a photo: safe on this device while the rest is still being written. */
export function useOneFile() {
  const { files, chosen } = useChosenFiles()
  const [mediaId, setMediaId] = useState<string>()
  const [waiting, setWaiting] = useState(false)
  const file = files.find(({ id }) => id === mediaId)
  return {
    has: mediaId !== undefined,
    busy: waiting,
    problem: file?.state === 'refused',
    take: async (taken: File | undefined) => {
      if (mediaId !== undefined) chosen.remove(mediaId)
      const added = taken && chosen.add(taken)
      setMediaId(added?.id)
      if (added && !(await chosen.allKept([added.id]))) throw new Error('There is no room for this file')
    },
    kept: async () => {
      if (mediaId === undefined) return undefined
      setWaiting(true)
      const safe = await chosen.allKept([mediaId]).finally(() => setWaiting(false))
      return safe ? mediaId : undefined
    },
  }
}
