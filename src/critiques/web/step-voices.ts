import { useState } from 'react'
import type { Media } from '../../media/web/media-view-renditions.ts'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import type { Critique } from './critique-card.tsx'

/** A voice beside the words of a step: a new one, on its way, or the one that was given with them. */
export type StepVoice = {
  kept: Media | undefined
  take: (note: File | undefined) => Promise<void>
  drop: () => void
}

export function useStepVoices(given: Critique | undefined) {
  const { files, chosen: kept } = useChosenFiles()
  const [busy, setBusy] = useState(false)
  const [chosen, setChosen] = useState<Record<string, string | undefined>>(() =>
    Object.fromEntries((given?.words ?? []).map(({ step, media }) => [step, media?.id])),
  )
  const keptOf = (step: string) => {
    const media = given?.words.find((one) => one.step === step)?.media
    return media && chosen[step] === media.id ? media : undefined
  }
  const fresh = () => Object.values(chosen).filter((id) => files.some((one) => one.id === id)) as string[]
  return {
    busy,
    problem: files.some(({ id, state }) => state === 'refused' && fresh().includes(id)),
    mediaOf: (step: string) => chosen[step],
    of: (step: string): StepVoice => ({
      kept: keptOf(step),
      take: async (note) => {
        const before = chosen[step]
        if (before) kept.remove(before)
        const added = note && kept.add(note)
        setChosen((all) => ({ ...all, [step]: added?.id }))
        if (added && !(await kept.allKept([added.id]))) throw new Error('there was no room for the recording')
      },
      drop: () => setChosen((all) => ({ ...all, [step]: undefined })),
    }),
    /** Whether every voice is safe on this device; it travels before the words. */
    arrived: async () => {
      setBusy(true)
      return kept.allKept(fresh()).finally(() => setBusy(false))
    },
  }
}
