import { useCallback, useEffect, useRef, useState } from 'react'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { PaperDesk } from './paper-desk.ts'
import type { FoundPage } from './find-pages.ts'
import { useScans } from './use-scans.ts'
import { addFound, emptyStack, type Filing, reopenStack, type Stack } from './stack.ts'

/**
 * A stack while it is looked through. Photos are sealed on the device as they come and what is decided is
 * written down at once, so that a closed tab goes on where it was; nothing travels before it is kept.
 */
export function useStack(filing: Filing) {
  const outbox = useOutbox()
  const { chosen } = useChosenFiles()
  const draft = useAutosavedDraft<Stack>(`stack ${filing.key}`)
  const [stack, setStack] = useState<Stack>()
  const [lost, setLost] = useState(0)
  const [stalled, setStalled] = useState(false)
  const [unread, setUnread] = useState<readonly string[]>([])
  const desk = useDesk()
  const photos = useRef(new Map<string, File>())
  const latest = useRef<Stack>(emptyStack)

  const { write } = draft
  const change = useCallback(
    (by: (stack: Stack) => Stack) => {
      latest.current = by(latest.current)
      setStack(latest.current)
      write(latest.current)
    },
    [write],
  )

  const lookAt = useCallback(
    async (id: string, photo: File) => {
      const found = await desk.find(id, photo)
      if (!found) return setStalled(true)
      if (found === 'unread') {
        photos.current.delete(id)
        chosen.remove(id)
        setUnread((before) => [...before, photo.name])
      }
      change((before) => addLooked(before, id, { found, filing }))
    },
    [change, chosen, desk, filing],
  )

  const scans = useScans({ chosen, photos, latest, change, lookAt })
  const { takeApartLater } = scans

  const keepFile = (file: File) => {
    const { id } = chosen.add(file)
    photos.current.set(id, file)
    return { id, name: file.name }
  }

  const addPhotos = (files: readonly File[]) => {
    const added = files.filter((file) => !isScan(file)).map((file) => ({ ...keepFile(file), looked: false }))
    const scanned = files.filter(isScan).map((file) => ({ ...keepFile(file), taken: 0, pages: 0 }))
    change((before) => ({
      ...before,
      photos: [...before.photos, ...added],
      scans: [...before.scans, ...scanned],
    }))
    for (const { id } of added) void lookAt(id, photos.current.get(id) as File)
    for (const { id } of scanned) takeApartLater(id)
  }

  const begun = useRef(false)
  useEffect(() => {
    if (!draft.ready || begun.current) return
    begun.current = true
    const reopen = async () => {
      // a draft of before scanners were read has no scans
      const found = { ...emptyStack, ...draft.content }
      const box = await outbox.box
      for (const { id } of [...found.photos, ...found.scans]) {
        const file = await box.open(id).catch(() => undefined)
        if (!file) continue
        photos.current.set(id, file)
        chosen.found(id, file)
      }
      const reopened = reopenStack(found, (id) => photos.current.has(id))
      setLost(reopened.lost)
      latest.current = reopened.stack
      setStack(reopened.stack)
      for (const { id, looked } of reopened.stack.photos)
        if (!looked) void lookAt(id, photos.current.get(id) as File)
      for (const { id } of reopened.stack.scans) takeApartLater(id)
    }
    void reopen()
  }, [draft.ready, draft.content, outbox, chosen, lookAt, takeApartLater])

  const letGo = async () => {
    for (const { id } of [...latest.current.photos, ...latest.current.scans]) chosen.remove(id)
    photos.current.clear()
    latest.current = emptyStack
    setStack(emptyStack)
    await draft.drop()
  }

  const photoOf = useCallback((id: string) => photos.current.get(id), [])
  return {
    stack,
    lost,
    stalled,
    unread,
    scanProblems: scans.problems,
    change,
    addPhotos,
    letGo,
    photoOf,
    desk,
    chosen,
    settle: draft.settle,
    latest,
  }
}

const isScan = ({ type, name }: File) => type === 'application/pdf' || /\.pdf$/i.test(name)

/** A photo that cannot be opened leaves the stack; its person is told. */
function addLooked(
  stack: Stack,
  id: string,
  { found, filing }: { found: readonly FoundPage[] | 'unread'; filing: Filing },
): Stack {
  if (found === 'unread') return { ...stack, photos: stack.photos.filter((one) => one.id !== id) }
  const photos = stack.photos.map((one) => (one.id === id ? { ...one, looked: true } : one))
  return addFound({ ...stack, photos }, { photo: id, found, newId }, filing)
}

export type OpenStack = ReturnType<typeof useStack>

function useDesk(): PaperDesk {
  const [desk] = useState(() => new PaperDesk())
  useEffect(() => {
    desk.open()
    return () => desk.close()
  }, [desk])
  return desk
}
