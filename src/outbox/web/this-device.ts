import { useSyncExternalStore } from 'react'

/** What the thing in somebody's hands is called, for sentences like "It is safe on this tablet". */
export type ThisDevice = 'tablet' | 'phone' | 'computer'

export function useThisDevice(): ThisDevice {
  return useSyncExternalStore(watchPointer, thisDevice)
}

/** Touched by fingers it is a phone or, when its narrow side is wider than a hand, a tablet. */
function thisDevice(): ThisDevice {
  if (!coarse().matches) return 'computer'
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet'
}

const coarse = () => matchMedia('(pointer: coarse)')

function watchPointer(listener: () => void): () => void {
  const pointer = coarse()
  pointer.addEventListener('change', listener)
  return () => pointer.removeEventListener('change', listener)
}
