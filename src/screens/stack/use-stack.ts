import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { type ChosenFile, type FileProblem, problemOf } from '../../media/web/chosen-files.ts'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import { useLargestFile } from '../../media/web/upload-limit.ts'
import { idsIn, isWaiting } from '../../outbox/entry.ts'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import {
  addPictures,
  emptyStack,
  mostPictures,
  removePicture,
  reopenStack,
  type Stack,
  type StackPicture,
  undone,
} from './stack-draft.ts'

const mostSteps = 60

export type StackHere = {
  ready: boolean
  stack: Stack
  /** names of files that are not on this device any more */
  lost: readonly string[]
  problems: readonly { name: string; problem: FileProblem | 'too_many' }[]
  change: (next: (before: Stack) => Stack) => void
  /** a step that can be taken back */
  step: (next: (before: Stack) => Stack) => void
  undo: (() => void) | undefined
  /** What was filed is not taken back by a tap. */
  forgetSteps: () => void
  addFiles: (files: readonly File[]) => Promise<boolean>
  remove: (picture: StackPicture) => void
  /** There was no room; there may be now. */
  retry: (picture: StackPicture) => void
  fileOf: (picture: StackPicture) => ChosenFile | undefined
  allKept: (pictures: readonly StackPicture[]) => Promise<boolean>
  /** Writes down at once where it stands. */
  settle: () => Promise<void>
}

/** A stack with its files, kept on this device as it is tapped: a closed tab loses no face. */
export function useStack(classId: string): StackHere {
  const saved = useAutosavedDraft<Stack>(`stack ${classId}`)
  const { files, chosen } = useChosenFiles()
  const [stack, setStack] = useState<Stack>()
  const [steps, setSteps] = useState<readonly Stack[]>([])
  const [lost, setLost] = useState<readonly string[]>([])
  const [problems, setProblems] = useState<StackHere['problems']>([])
  const found = useFoundStack(saved, chosen)

  useEffect(() => {
    if (!found || stack) return
    setStack(found.stack)
    setLost(found.lost)
  }, [found, stack])

  const latest = useRef(stack)
  const { write } = saved
  const change = useCallback(
    (next: (before: Stack) => Stack) => {
      const before = latest.current
      if (!before) return
      latest.current = next(before)
      if (latest.current === before) return
      write(latest.current)
      setStack(latest.current)
    },
    [write],
  )
  useEffect(() => {
    latest.current ??= stack
  }, [stack])

  const step = (next: (before: Stack) => Stack) => {
    const before = latest.current
    change(next)
    if (before && latest.current !== before) setSteps((earlier) => [...earlier, before].slice(-mostSteps))
  }
  const back = steps.at(-1)
  const undo =
    back &&
    (() => {
      setSteps((earlier) => earlier.slice(0, -1))
      change((now) => undone(now, back))
    })

  const most = useLargestFile()
  const addFiles = (added: readonly File[]): Promise<boolean> => {
    const room = mostPictures - (latest.current?.pictures.length ?? 0)
    const right = added.filter((file) => !problemOf(file, most))
    setProblems([
      ...added.flatMap((file) => {
        const problem = problemOf(file, most)
        return problem ? [{ name: file.name, problem }] : []
      }),
      ...right.slice(room).map(({ name }) => ({ name, problem: 'too_many' as const })),
    ])
    const pictures = right.slice(0, room).map((file) => pictureOf(chosen.add(file)))
    change((before) => addPictures(before, pictures))
    return chosen.allKept(pictures.map(({ mediaId }) => mediaId))
  }

  return {
    ready: stack !== undefined,
    stack: stack ?? emptyStack,
    lost,
    problems,
    change,
    step,
    undo,
    addFiles,
    // the file stays for a day: it may be the only one there is, and a finger slips
    remove: (picture) => step((before) => removePicture(before, picture.id)),
    forgetSteps: () => setSteps([]),
    retry: ({ mediaId }) => chosen.retry(mediaId),
    fileOf: ({ mediaId }) => files.find(({ id }) => id === mediaId),
    allKept: (pictures) => chosen.allKept(pictures.map(({ mediaId }) => mediaId)),
    settle: saved.settle,
  }
}

const pictureOf = ({ id, name, type }: ChosenFile): StackPicture => ({
  id: v7(),
  mediaId: id,
  name,
  type,
  caption: '',
  learners: [],
})

/** What an earlier page left on this device, with its files; once. */
function useFoundStack(
  saved: { ready: boolean; content: Stack | undefined },
  chosen: ReturnType<typeof useChosenFiles>['chosen'],
) {
  const outbox = useOutbox()
  const [found, setFound] = useState<{ stack: Stack; lost: string[] }>()
  const opened = useRef(false)
  const { ready, content } = saved
  useEffect(() => {
    if (!ready || opened.current) return
    opened.current = true
    const open = async () => {
      if (!content) return setFound({ stack: emptyStack, lost: [] })
      const box = await outbox.box
      const here = new Set<string>()
      for (const { mediaId } of content.pictures) {
        const file = await box.open(mediaId).catch(() => undefined)
        if (!file) continue
        chosen.found(mediaId, file)
        here.add(mediaId)
      }
      const waiting = (await box.entries()).filter(isWaiting).map(({ writes }) => writes)
      setFound(reopenStack(content, here, idsIn(waiting)))
    }
    void open()
  }, [ready, content, outbox, chosen])
  return found
}
