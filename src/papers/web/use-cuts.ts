import { useEffect, useRef, useState } from 'react'
import type { StackPage } from './stack.ts'
import type { OpenStack } from './use-stack.ts'

const shown = 640

/** Pages as they would be kept, to be looked at; made again when their corners move. */
export function useCuts(
  pages: readonly StackPage[],
  { desk, photoOf }: OpenStack,
): ReadonlyMap<string, string> {
  const [cuts, setCuts] = useState<ReadonlyMap<string, string>>(new Map())
  const made = useRef(new Map<string, string>())
  const asked = useRef(new Map<string, string>())
  useEffect(() => {
    for (const page of pages) {
      const key = JSON.stringify([page.corners, page.ratio])
      const photo = photoOf(page.photo)
      if (!photo || page.kept || asked.current.get(page.id) === key) continue
      asked.current.set(page.id, key)
      void desk.cut({ id: page.photo, photo }, page, shown).then((cut) => {
        // the corners may have moved on meanwhile
        if (!cut || asked.current.get(page.id) !== key) return
        URL.revokeObjectURL(made.current.get(page.id) ?? '')
        made.current.set(page.id, URL.createObjectURL(cut))
        setCuts(new Map(made.current))
      })
    }
  }, [pages, desk, photoOf])
  useEffect(
    () => () => {
      for (const url of made.current.values()) URL.revokeObjectURL(url)
    },
    [],
  )
  return cuts
}
