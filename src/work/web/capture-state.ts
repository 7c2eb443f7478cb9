import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type ChosenFile,
  type ChosenFiles,
  type FileProblem,
  problemOf,
} from '../../media/web/chosen-files.ts'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import { useLargestFile } from '../../media/web/upload-limit.ts'
import type { Drawing } from '../../drawings/drawing.ts'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import { mostParts } from '../piece.ts'
import {
  type Begun,
  beginDraft,
  type CaptureDraft,
  type DraftMedia,
  type DraftPart,
  filesOf,
  partOfFile,
  reopenDraft,
} from './capture-draft.ts'

export type RefusedFile = { name: string; problem: FileProblem }

/** A form's contents with its files, kept on the device as they change. */
export type Capture = {
  ready: boolean
  place: string
  draft: CaptureDraft
  keptAt: Date | undefined
  /** names of files that are not on this device any more */
  lost: readonly string[]
  problems: readonly RefusedFile[]
  files: ChosenFiles
  change: (next: (before: CaptureDraft) => CaptureDraft) => void
  addFiles: (files: readonly File[]) => void
  /** fulfilled once it is kept, or was taken out again; rejected when the page went or was full before that */
  addRecording: (file: File, drawing?: Drawing) => Promise<void>
  remove: (part: DraftPart) => void
  fileOf: (part: DraftPart) => ChosenFile | undefined
  /** Writes down what was typed last, so that nothing of it is written later. */
  settle: () => Promise<void>
  drop: () => Promise<void>
}

export function useCapture(draftKey: string, initial: Begun = {}): Capture {
  const saved = useAutosavedDraft<CaptureDraft>(draftKey)
  const person = usePersonHere()
  const { files, chosen } = useChosenFiles()
  const findFiles = useFoundFiles(chosen)
  const [draft, setDraft] = useState<CaptureDraft>()
  const [lost, setLost] = useState<readonly string[]>([])
  const [problems, setProblems] = useState<readonly RefusedFile[]>([])
  const ready = saved.ready || !person

  const opened = useRef(false)
  useEffect(() => {
    if (opened.current || !ready) return
    opened.current = true
    const { content } = saved
    if (!content) return setDraft(beginDraft(initial))
    void findFiles(filesOf(content)).then((found) => {
      const reopened = reopenDraft(content, found)
      setDraft(reopened.draft)
      setLost(reopened.lost)
    })
  }, [ready, saved, initial, findFiles])

  const { write } = saved
  const change = useCallback(
    (next: (before: CaptureDraft) => CaptureDraft) => setDraft((before) => before && next(before)),
    [],
  )

  const begun = useRef<CaptureDraft>(undefined)
  useEffect(() => {
    if (!draft) return
    begun.current ??= draft
    if (draft !== begun.current) write(draft)
  }, [draft, write])

  const most = useLargestFile()
  const removed = useRef(new Set<string>())
  const addFiles = (added: readonly File[], drawing?: Drawing): readonly DraftMedia[] => {
    const refused = added.flatMap((file) => {
      const problem = problemOf(file, most)
      return problem ? [{ name: file.name, problem }] : []
    })
    setProblems(refused)
    const room = Math.max(0, mostParts - (draft?.parts.length ?? 0))
    const parts = added
      .filter((file) => !problemOf(file, most))
      .slice(0, room)
      .map((file) => ({ ...partOfFile(chosen.add(file)), ...(drawing ? { drawing } : {}) }))
    change((before) => ({ ...before, parts: [...before.parts, ...parts] }))
    return parts
  }

  const addRecording = async (file: File, drawing?: Drawing) => {
    const ids = addFiles([file], drawing).map(({ mediaId }) => mediaId)
    const all = await chosen.allKept(ids)
    const safe = ids.every((id) => removed.current.has(id) || chosen.files().some((one) => one.id === id))
    if (!all || !safe) throw new Error('the recording could not be kept, or the form was left before it was')
  }

  const remove = (part: DraftPart) => {
    if (part.kind === 'media') {
      removed.current.add(part.mediaId)
      chosen.remove(part.mediaId)
    }
    change((before) => ({ ...before, parts: before.parts.filter((one) => one.id !== part.id) }))
  }

  return {
    place: draftKey,
    ready: ready && draft !== undefined,
    draft: draft ?? beginDraft({}),
    keptAt: saved.keptAt,
    lost,
    problems,
    files: chosen,
    change,
    addFiles,
    addRecording,
    remove,
    fileOf: (part) => (part.kind === 'media' ? files.find(({ id }) => id === part.mediaId) : undefined),
    settle: saved.settle,
    drop: saved.drop,
  }
}

/** Brings back, from this device, the files of a draft; answers the ids of those that are there. */
function useFoundFiles(chosen: ChosenFiles) {
  const outbox = useOutbox()
  return useCallback(
    async (ids: readonly string[]): Promise<Set<string>> => {
      const box = await outbox.box
      const found = new Set<string>()
      for (const id of ids) {
        const file = await box.open(id).catch(() => undefined)
        if (!file) continue
        chosen.found(id, file)
        found.add(id)
      }
      return found
    },
    [outbox, chosen],
  )
}
