import { useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'

export type Phrases = { kept: readonly string[]; keep: (phrases: readonly string[]) => void; ready: boolean }

/** Sentences a teacher writes often. They are that person's, and stay on this device. */
export function usePhrases(): Phrases {
  const draft = useAutosavedDraft<readonly string[]>('quick-phrases')
  const [changed, setChanged] = useState<readonly string[]>()
  return {
    kept: changed ?? draft.content ?? [],
    ready: draft.ready,
    keep: (phrases) => {
      setChanged(phrases)
      draft.write(phrases)
    },
  }
}

/** One phrase a line; empty lines are nothing. */
export function readPhrases(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Puts a phrase where the cursor is, with a space to what stands before it, as if it had been typed. */
export function insertPhrase(box: HTMLTextAreaElement | undefined, phrase: string) {
  if (!box || box.readOnly) return
  const { selectionStart: start, selectionEnd: end } = box
  const glue = start > 0 && !/\s/.test(box.value[start - 1] ?? '') ? ' ' : ''
  box.focus()
  box.setRangeText(`${glue}${phrase}`, start, end, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
