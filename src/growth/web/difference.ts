import { useEffect, useState } from 'react'
import { type Difference, differenceOf } from './word-difference.ts'

export type DifferenceTask = { earlier: string; later: string; locale: string }

/** Up to so many characters together the page does not feel it. */
const shortTask = 12_000

/** The difference between two texts; long ones are compared beside the page, which meanwhile stays alive. */
export function useDifference({ earlier, later, locale }: DifferenceTask): Difference | undefined {
  const [found, setFound] = useState<{ of: string; difference: Difference }>()
  const key = `${locale}\u0000${earlier}\u0000${later}`
  useEffect(() => {
    const settle = (difference: Difference) => setFound({ of: key, difference })
    if (earlier.length + later.length <= shortTask) return settle(differenceOf(earlier, later, locale))
    const worker = new Worker(new URL('../../entry/difference-worker.ts', import.meta.url), {
      type: 'module',
    })
    worker.addEventListener('message', (event) => settle(event.data as Difference))
    worker.addEventListener('error', () => settle(replaced(earlier, later)))
    worker.postMessage({ earlier, later, locale } satisfies DifferenceTask)
    return () => worker.terminate()
  }, [key, earlier, later, locale])
  return found?.of === key ? found.difference : undefined
}

/** When a device cannot compare, it can still show both. */
function replaced(earlier: string, later: string): Difference {
  return {
    runs: [
      { kind: 'removed', text: `${earlier}\n\n` },
      { kind: 'added', text: later },
    ],
    coarse: true,
  }
}
