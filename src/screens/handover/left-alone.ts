import { useEffect, useRef } from 'react'

const patienceMs = 4 * 60_000

/** A child went away without saying so: the next one must not find what they made. */
export function useLeftAlone(onLeft: () => void): void {
  const latest = useRef(onLeft)
  useEffect(() => {
    latest.current = onLeft
  })
  useEffect(() => {
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
  }, [])
}
