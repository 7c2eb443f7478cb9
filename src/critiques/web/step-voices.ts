import { useState } from 'react'
import type { Media } from '../../media/web/media-view-renditions.ts'
import { useUploads } from '../../media/web/upload-hook.ts'
import type { Critique } from './critique-card.tsx'

/** A voice beside the words of a step: a new one, on its way, or the one that was given with them. */
export type StepVoice = {
  kept: Media | undefined
  take: (note: File | undefined) => Promise<void>
  drop: () => void
}

export function useStepVoices(given: Critique | undefined) {
  const { uploads, queue } = useUploads()
  const [busy, setBusy] = useState(false)
  const [chosen, setChosen] = useState<Record<string, string | undefined>>(() =>
    Object.fromEntries((given?.words ?? []).map(({ step, media }) => [step, media?.id])),
  )
  const keptOf = (step: string) => {
    const media = given?.words.find((one) => one.step === step)?.media
    return media && chosen[step] === media.id ? media : undefined
  }
  const fresh = () => Object.values(chosen).filter((id) => uploads.some((one) => one.id === id)) as string[]
  return {
    busy,
    problem: uploads.some(({ id, state }) => state === 'refused' && fresh().includes(id)),
    mediaOf: (step: string) => chosen[step],
    of: (step: string): StepVoice => ({
      kept: keptOf(step),
      take: async (note) => {
        const before = chosen[step]
        if (before) queue.remove(before)
        const added = note && queue.add(note)
        setChosen((all) => ({ ...all, [step]: added?.id }))
        if (added) await queue.arrival([added.id], new AbortController().signal)
      },
      drop: () => setChosen((all) => ({ ...all, [step]: undefined })),
    }),
    /** Whether every voice is with the server; the words wait for them. */
    arrived: async () => {
      setBusy(true)
      return queue.arrival(fresh(), new AbortController().signal).finally(() => setBusy(false))
    },
  }
}
