import { useCallback, useEffect, useRef, useState } from 'react'
import { useUploads } from '../../media/web/upload-hook.ts'
import { useLargestFile } from '../../media/web/upload-limit.ts'
import { type FileProblem, problemOf, type Upload, type UploadQueue } from '../../media/web/upload-queue.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import { mostParts } from '../piece.ts'
import {
  type Begun,
  beginDraft,
  type CaptureDraft,
  type DraftMedia,
  type DraftPart,
  noteArrivals,
  partOfUpload,
  reopenDraft,
} from './capture-draft.ts'

export type RefusedFile = { name: string; problem: FileProblem }

/** A form's contents with its uploads, kept on the device as they change. */
export type Capture = {
  ready: boolean
  place: string
  draft: CaptureDraft
  keptAt: Date | undefined
  /** names of files that a closed page took along */
  lost: readonly string[]
  problems: readonly RefusedFile[]
  queue: UploadQueue
  change: (next: (before: CaptureDraft) => CaptureDraft) => void
  addFiles: (files: readonly File[]) => void
  /** fulfilled once it has arrived, or was taken out again; rejected when the page went before that */
  addRecording: (file: File) => Promise<readonly string[]>
  remove: (part: DraftPart) => void
  uploadOf: (part: DraftPart) => Upload | undefined
  drop: () => Promise<void>
}

export function useCapture(draftKey: string, initial: Begun = {}): Capture {
  const saved = useAutosavedDraft<CaptureDraft>(draftKey)
  const person = usePersonHere()
  const { uploads, queue } = useUploads()
  const [draft, setDraft] = useState<CaptureDraft>()
  const [lost, setLost] = useState<readonly string[]>([])
  const [problems, setProblems] = useState<readonly RefusedFile[]>([])
  const ready = saved.ready || !person

  const opened = useRef(false)
  useEffect(() => {
    if (opened.current || !ready) return
    opened.current = true
    const reopened = saved.content ? reopenDraft(saved.content) : { draft: beginDraft(initial), lost: [] }
    setDraft(reopened.draft)
    setLost(reopened.lost)
  }, [ready, saved.content, initial])

  const { write } = saved
  const change = useCallback(
    (next: (before: CaptureDraft) => CaptureDraft) => setDraft((before) => before && next(before)),
    [],
  )

  const current = draft ? noteArrivals(draft, uploads) : undefined
  const begun = useRef<CaptureDraft>(undefined)
  useEffect(() => {
    if (!current) return
    begun.current ??= current
    if (current !== begun.current) write(current)
  }, [current, write])

  const most = useLargestFile()
  const removed = useRef(new Set<string>())
  const addFiles = (files: readonly File[]): readonly DraftMedia[] => {
    const refused = files.flatMap((file) => {
      const problem = problemOf(file, most)
      return problem ? [{ name: file.name, problem }] : []
    })
    setProblems(refused)
    const room = Math.max(0, mostParts - (draft?.parts.length ?? 0))
    const parts = files
      .filter((file) => !problemOf(file, most))
      .slice(0, room)
      .map((file) => partOfUpload(queue.add(file)))
    change((before) => ({ ...before, parts: [...before.parts, ...parts] }))
    return parts
  }

  const addRecording = async (file: File) => {
    const ids = addFiles([file]).map(({ mediaId }) => mediaId)
    const all = await queue.arrival(ids, new AbortController().signal)
    const safe = ids.every((id) => removed.current.has(id) || queue.uploads().some((one) => one.id === id))
    if (!all || !safe) throw new Error('the form was left before the recording had arrived')
    return ids.filter((id) => !removed.current.has(id))
  }

  const remove = (part: DraftPart) => {
    if (part.kind === 'media') {
      removed.current.add(part.mediaId)
      queue.remove(part.mediaId)
    }
    change((before) => ({ ...before, parts: before.parts.filter((one) => one.id !== part.id) }))
  }

  return {
    place: draftKey,
    ready: ready && current !== undefined,
    draft: current ?? beginDraft({}),
    keptAt: saved.keptAt,
    lost,
    problems,
    queue,
    change,
    addFiles,
    addRecording,
    remove,
    uploadOf: (part) => (part.kind === 'media' ? uploads.find(({ id }) => id === part.mediaId) : undefined),
    drop: saved.drop,
  }
}
