import { useEffect, useRef, useState } from 'react'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { isWrongLink, partsToKeep } from './capture-draft.ts'
import type { Kept } from './capture-form.tsx'
import type { Capture } from './capture-state.ts'

export type KeepingStep = 'idle' | 'waiting-for-files' | 'keeping'

/** Keeps what is in a form: first every byte, then the work. Pressing again meanwhile does nothing. */
export function useKeeping(capture: Capture, onKeep: (kept: Kept) => Promise<void>) {
  const { say } = useWords()
  const [step, setStep] = useState<KeepingStep>('idle')
  const [problem, setProblem] = useState<string>()
  const busy = useRef<AbortController | undefined>(undefined)

  // what is typed while the files are still on their way counts too
  const latest = useRef(capture)
  useEffect(() => {
    latest.current = capture
  }, [capture])

  const refuse = (key: WordKey) => setProblem(say(key))

  const keepAll = async (signal: AbortSignal) => {
    setStep('waiting-for-files')
    if (!(await allArrived(latest, signal))) return refuse('work.file-not-sent')
    setStep('keeping')
    const { draft, drop } = latest.current
    const { title, whatChanged, parts, revision } = draft
    await onKeep({
      title: title.trim(),
      whatChanged: whatChanged.trim(),
      parts: partsToKeep(parts),
      revision,
    })
    await drop()
  }

  const keep = async () => {
    if (busy.current) return
    const { parts } = latest.current.draft
    setProblem(undefined)
    if (partsToKeep(parts).length === 0) return refuse('work.nothing-yet')
    if (parts.some(isWrongLink)) return refuse('work.wrong-link')
    const stop = new AbortController()
    busy.current = stop
    try {
      await keepAll(stop.signal)
    } catch (error) {
      if (!stop.signal.aborted) setProblem(sentenceOf(error) || say('errors.failed'))
    } finally {
      busy.current = undefined
      setStep('idle')
    }
  }

  return { step, problem, keep, stop: () => busy.current?.abort() }
}

/** Files may be added while others are waited for. */
async function allArrived(latest: { readonly current: Capture }, signal: AbortSignal): Promise<boolean> {
  for (let known = -1; ; ) {
    const files = latest.current.draft.parts.flatMap((part) => (part.kind === 'media' ? [part.mediaId] : []))
    if (files.length === known) return true
    if (!(await latest.current.queue.arrival(files, signal))) return false
    known = files.length
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof ApiRefusal ? error.sentence : ''
}
