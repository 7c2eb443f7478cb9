import { useRef, useState } from 'react'
import { useKeepEach } from '../../outbox/web/keep-each.ts'
import { write } from '../../outbox/web/use-keep.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetClassDay, GetPortfolio, GetWall, PostForLearners } from '../../work/contract.ts'
import { removePicture, type Stack, type StackPicture } from './stack-draft.ts'
import type { StackHere } from './use-stack.ts'

/** How many were handed over in one go, to say it afterwards. */
export type Filed = { pictures: number; learners: number }

/**
 * Hands every picture that is somebody's to the outbox, one after the other, each as a post of its own. What
 * nobody was tapped for stays in the stack. Cut in the middle, it goes on where it was.
 */
export function useFileStack(here: StackHere, classId: string) {
  const { say } = useWords()
  const keep = useKeepEach({ as: 'stack.waiting', refreshes: [GetWall, GetClassDay, GetPortfolio] })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [filed, setFiled] = useState<Filed>()
  const running = useRef(false)

  const fileAll = async () => {
    const { stack, allKept, settle, change } = here
    const theirs = stack.pictures.filter(({ learners }) => learners.length > 0)
    if (!(await allKept(theirs))) throw new ApiRefusal(0, 'no_room', say('work.file-not-kept'))
    here.forgetSteps()
    change((before) => ({ ...before, filing: true }))
    await settle()
    for (const picture of theirs) {
      await keep(thingOf(picture, stack, classId, say('work.untitled')))
      change((before) => removePicture(before, picture.id))
    }
    change(endFiling)
    await settle()
    const learners = new Set(theirs.flatMap((one) => one.learners.map(({ learnerId }) => learnerId)))
    setFiled({ pictures: theirs.length, learners: learners.size })
  }

  const file = async () => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await fileAll()
    } catch (error) {
      setProblem(error instanceof ApiRefusal ? error.sentence : say('errors.failed'))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { file, busy, problem, filed, forget: () => setFiled(undefined) }
}

/** What was nobody's is still to file; what the moment was called goes with what was filed. */
function endFiling({ filing: _filing, ...stack }: Stack): Stack {
  return { ...stack, at: 'faces', title: stack.pictures.length > 0 ? stack.title : '' }
}

function thingOf(picture: StackPicture, stack: Stack, classId: string, untitled: string) {
  const title = stack.title.trim()
  const part = { kind: 'media' as const, mediaId: picture.mediaId, caption: picture.caption.trim(), alt: '' }
  const body = {
    classId,
    title,
    parts: [part],
    audiences: [...stack.audiences],
    pieces: [...picture.learners],
  }
  return {
    writes: [write(PostForLearners, { params: { id: picture.id }, body })],
    values: { title: title || untitled },
  }
}
