import { useEffect, useRef, useState } from 'react'
import { KeepDrawing } from '../../drawings/contract.ts'
import { heaviestDrawing } from '../../drawings/drawing.ts'
import type { Write } from '../../outbox/entry.ts'
import { write } from '../../outbox/web/use-keep.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { type DraftPart, isWrongLink, partsToKeep } from './capture-draft.ts'
import type { Kept } from './capture-form.tsx'
import type { Capture } from './capture-state.ts'

export type KeepingStep = 'idle' | 'keeping-files' | 'keeping'

/**
 * Keeps what is in a form. Its files are on the device already, or will be in a moment; then the work is kept
 * with them, and travels by itself. Pressing again meanwhile does nothing.
 */
export function useKeeping(capture: Capture, onKeep: (kept: Kept) => Promise<void>) {
  const { say } = useWords()
  const [step, setStep] = useState<KeepingStep>('idle')
  const [problem, setProblem] = useState<string>()
  const busy = useRef(false)

  // what is typed while the files are still being kept counts too
  const latest = useRef(capture)
  useEffect(() => {
    latest.current = capture
  }, [capture])

  const refuse = (key: WordKey) => {
    setProblem(say(key))
    return false
  }

  const keepAll = async () => {
    setStep('keeping-files')
    if (!(await allKept(latest))) return refuse('work.file-not-kept')
    setStep('keeping')
    const { draft, place, settle, drop } = latest.current
    await settle()
    const { title, whatChanged, parts, revision } = draft
    await onKeep({
      title: title.trim(),
      whatChanged: whatChanged.trim(),
      parts: partsToKeep(parts),
      draft: place,
      beside: marksOf(parts),
      revision,
    })
    await drop()
    return true
  }

  /** True once it is kept. */
  const keep = async (): Promise<boolean> => {
    if (busy.current) return false
    const { parts } = latest.current.draft
    setProblem(undefined)
    if (partsToKeep(parts).length === 0) return refuse('work.nothing-yet')
    if (parts.some(isWrongLink)) return refuse('work.wrong-link')
    busy.current = true
    try {
      return await keepAll()
    } catch (error) {
      setProblem(sentenceOf(error) || say('errors.failed'))
      return false
    } finally {
      busy.current = false
      setStep('idle')
    }
  }

  return { step, problem, keep }
}

/** Files may be added while others are being kept. */
async function allKept(latest: { readonly current: Capture }): Promise<boolean> {
  for (let known = -1; ; ) {
    const files = latest.current.draft.parts.flatMap((part) => (part.kind === 'media' ? [part.mediaId] : []))
    if (files.length === known) return true
    if (!(await latest.current.files.allKept(files))) return false
    known = files.length
  }
}

/** Too heavy a drawing is still a picture; it only cannot be drawn on later with its marks. */
function marksOf(parts: readonly DraftPart[]): Write[] {
  return parts.flatMap((part) =>
    part.kind === 'media' && part.drawing && JSON.stringify(part.drawing).length <= heaviestDrawing
      ? [write(KeepDrawing, { params: { id: part.mediaId }, body: { drawing: part.drawing } })]
      : [],
  )
}

function sentenceOf(error: unknown): string {
  return error instanceof ApiRefusal ? error.sentence : ''
}
