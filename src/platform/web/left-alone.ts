import { useEffect, useRef } from 'react'

const patienceMs = 4 * 60_000

/** Somebody went away without saying so: the next one must not find what they made or saw. */
export function useLeftAlone(onLeft: () => void, shared = true): void {
  const latest = useRef(onLeft)
  useEffect(() => {
    latest.current = onLeft
  })
  useEffect(() => {
    if (!shared) return
    let timer = setTimeout(() => latest.current(), patienceMs)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), patienceMs)
    }
    for (const sign of ['pointerdown', 'keydown'] as const) addEventListener(sign, touched)
    return () => {
      clearTimeout(timer)
      for (const sign of ['pointerdown', 'keydown'] as const) removeEventListener(sign, touched)
    }
  }, [shared])
}
