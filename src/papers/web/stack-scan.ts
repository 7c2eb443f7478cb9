import type { Stack } from './stack.ts'

/** A scanner's document that is being taken apart; `taken` of its pages are photos of the stack. */
export type StackScan = { id: string; name: string; taken: number; pages: number }

/** More sheets than a feeder holds, and no more than somebody looks through at once. */
export const mostScanned = 200

/** One page of a document has become a photo, or could not: either way the next one is next. */
export function takeFromScan(
  stack: Stack,
  id: string,
  { number, pages, photo, name }: { number: number; pages: number; photo: string | undefined; name: string },
): Stack {
  const scans = stack.scans.map((scan) => (scan.id === id ? { ...scan, taken: number, pages } : scan))
  const photos = photo ? [...stack.photos, { id: photo, name, looked: false }] : stack.photos
  return { ...stack, scans, photos }
}

export function endScan(stack: Stack, id: string): Stack {
  return { ...stack, scans: stack.scans.filter((scan) => scan.id !== id) }
}
