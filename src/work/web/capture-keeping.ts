import { useRef, useState } from 'react'
import { ApiRefusal, NetworkAway } from '../../platform/web/refusal.ts'
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

  const refuse = (key: WordKey) => setProblem(say(key))

  const keepAll = async (signal: AbortSignal) => {
    const { draft, queue } = capture
    setStep('waiting-for-files')
    const files = draft.parts.flatMap((part) => (part.kind === 'media' ? [part.mediaId] : []))
    if (!(await queue.arrival(files, signal))) return refuse('work.file-not-sent')
    setStep('keeping')
    const title = draft.title.trim()
    await onKeep({ title, whatChanged: draft.whatChanged.trim(), parts: partsToKeep(draft.parts) })
    await capture.drop()
  }

  const keep = async () => {
    if (busy.current) return
    setProblem(undefined)
    if (partsToKeep(capture.draft.parts).length === 0) return refuse('work.nothing-yet')
    if (capture.draft.parts.some(isWrongLink)) return refuse('work.wrong-link')
    busy.current = new AbortController()
    try {
      await keepAll(busy.current.signal)
    } catch (error) {
      if (!busy.current.signal.aborted) setProblem(sentenceOf(error) || say('errors.failed'))
    } finally {
      busy.current = undefined
      setStep('idle')
    }
  }

  return { step, problem, keep, stop: () => busy.current?.abort() }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApiRefusal) return error.sentence
  if (error instanceof NetworkAway) return ''
  throw error
}
