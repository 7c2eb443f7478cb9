import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChosenFiles } from '../../media/web/chosen-files.ts'
import { ScanDesk } from './scan-desk.ts'
import type { Stack } from './stack.ts'
import { endScan, mostScanned, takeFromScan } from './stack-scan.ts'

type OpenDraft = {
  chosen: ChosenFiles
  photos: { current: Map<string, File> }
  latest: { current: Stack }
  change: (by: (stack: Stack) => Stack) => void
  lookAt: (id: string, photo: File) => Promise<void>
}

/** What became of documents that could not be taken apart whole. */
export type ScanProblems = {
  unread: readonly string[]
  skipped: readonly string[]
  long: readonly string[]
  stalled: boolean
}

const noProblems: ScanProblems = { unread: [], skipped: [], long: [], stalled: false }

/**
 * Documents of a scanner, taken apart into photos of the stack: one after the other and page by page. How far
 * it came stands in the draft, so that a closed tab goes on with the next page.
 */
export function useScans({ chosen, photos, latest, change, lookAt }: OpenDraft) {
  const [problems, setProblems] = useState(noProblems)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const desk = useRef<ScanDesk>(undefined)
  useEffect(() => () => desk.current?.close(), [])

  const tell = useCallback((kind: 'unread' | 'skipped' | 'long', name: string) => {
    setProblems((before) => ({ ...before, [kind]: [...before[kind], name] }))
  }, [])

  const takeApart = useCallback(
    async (id: string) => {
      const scanOf = () => latest.current.scans.find((one) => one.id === id)
      const [scan, file] = [scanOf(), photos.current.get(id)]
      if (!scan || !file) return
      desk.current ??= new ScanDesk()
      const pages = await desk.current.open(file)
      if (pages === undefined) return setProblems((before) => ({ ...before, stalled: true }))
      if (pages === 'unread') tell('unread', scan.name)
      else if (pages > mostScanned) tell('long', scan.name)
      else {
        for (let number = scan.taken + 1; number <= pages && scanOf(); number += 1) {
          const page = await desk.current.draw(number)
          const name = `${scan.name} (${number})`
          const photo = page && new File([page], `${name}.jpg`, { type: 'image/jpeg' })
          if (!scanOf()) break
          const added = photo && chosen.add(photo).id
          if (added) photos.current.set(added, photo)
          else tell('skipped', name)
          change((before) => takeFromScan(before, id, { number, pages, photo: added, name }))
          if (added) await lookAt(added, photo)
        }
      }
      chosen.remove(id)
      photos.current.delete(id)
      change((before) => endScan(before, id))
      desk.current.close()
    },
    [chosen, photos, latest, change, lookAt, tell],
  )

  const takeApartLater = useCallback(
    (id: string) => {
      last.current = last.current.then(() => takeApart(id)).catch(() => undefined)
    },
    [takeApart],
  )

  return { problems, takeApartLater }
}
