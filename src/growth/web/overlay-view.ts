import { useCallback, useState } from 'react'
import { lookAt, panBy, type View, wholeView } from '../frame.ts'

/** How near both pictures are looked at, the same for both. */
export type NearView = {
  view: View
  isNear: boolean
  nearer: (by: number) => void
  pan: (by: { x: number; y: number }) => void
}

export function useView(): NearView {
  const [view, setView] = useState<View>(wholeView)
  const nearer = useCallback((by: number) => setView((later) => lookAt(later, { zoom: later.zoom * by })), [])
  const pan = useCallback((by: { x: number; y: number }) => setView((later) => panBy(later, by)), [])
  return { view, isNear: view.zoom > 1, nearer, pan }
}
