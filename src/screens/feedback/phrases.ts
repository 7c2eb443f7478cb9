import { useState } from 'react'
import { GetPhrases, KeepPhrases } from '../../feedback/contract.ts'
import { joinPhrases, tidyPhrases } from '../../feedback/phrase.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useRead } from '../../platform/web/queries.tsx'

type PhraseList = { revision: number; phrases: readonly string[] }

export type Phrases = {
  kept: readonly string[]
  ready: boolean
  keep: (phrases: readonly string[], onKept: () => void) => void
  busy: boolean
  error: Error | null
}

/** Sentences a teacher writes often. They are that person's alone and follow them from device to device. */
export function usePhrases(): Phrases {
  const read = useRead(GetPhrases, {})
  const onDevice = useAutosavedDraft<readonly string[]>('quick-phrases')
  const [changed, setChanged] = useState<PhraseList>()
  const kept = useKeep(KeepPhrases, {
    as: 'teacher.waiting-phrases',
    refreshes: [GetPhrases],
    onDone: (_, { params, body }) => {
      setChanged({ revision: Number(params.revision), phrases: body.phrases })
      void onDevice.drop()
    },
  })
  const now = latestOf(read.data ?? { revision: 0, phrases: [] }, changed)
  // those that a device kept by itself, before they followed their person
  const all = now.revision === 0 ? joinPhrases(now.phrases, onDevice.content ?? []) : now.phrases
  return {
    kept: all,
    ready: read.data !== undefined || read.isError,
    keep: (phrases, onKept) =>
      kept.mutate(
        { params: { revision: now.revision + 1 }, body: { phrases: tidyPhrases(phrases) } },
        { onSuccess: onKept, onError: () => void read.refetch() },
      ),
    busy: kept.isPending,
    error: kept.error,
  }
}

/** What was kept here and has not arrived yet counts more than what was read before. */
function latestOf(read: PhraseList, changed: PhraseList | undefined): PhraseList {
  return changed && changed.revision > read.revision ? changed : read
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
