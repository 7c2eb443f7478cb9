import { useState } from 'react'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'

/** The voice note of a form: safe on this device while the words are still being written. */
export function useVoiceFile() {
  const { files, chosen } = useChosenFiles()
  const [mediaId, setMediaId] = useState<string>()
  const [waiting, setWaiting] = useState(false)
  return {
    has: mediaId !== undefined,
    busy: waiting,
    problem: files.find(({ id }) => id === mediaId)?.state === 'refused',
    take: async (note: File | undefined) => {
      if (mediaId !== undefined) chosen.remove(mediaId)
      const added = note && chosen.add(note)
      setMediaId(added?.id)
      if (added && !(await chosen.allKept([added.id]))) throw new Error('There is no room for this recording')
    },
    kept: async () => {
      if (mediaId === undefined) return undefined
      setWaiting(true)
      const safe = await chosen.allKept([mediaId]).finally(() => setWaiting(false))
      return safe ? mediaId : undefined
    },
  }
}
