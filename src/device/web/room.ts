import { shrinkKept } from './kept-answer.ts'

/** How much room the browser gives us on this device, in bytes, as far as it tells. */
export type Room = { used: number; free: number /** the browser promised not to clear it */; lasts: boolean }

/** Left free by files, so that words, which weigh nothing, can always be kept. */
const leftForWords = 20 * 2 ** 20
/** From here on people are told before they begin. */
const nearlyFull = 300 * 2 ** 20

let asked = false

export async function roomHere(): Promise<Room | undefined> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined)
  if (estimate?.quota === undefined) return undefined
  const used = estimate.usage ?? 0
  const lasts = await navigator.storage.persisted?.().catch(() => false)
  return { used, free: Math.max(0, estimate.quota - used), lasts: lasts ?? false }
}

export function isNearlyFull({ free }: Room): boolean {
  return free < nearlyFull
}

/** Asks the browser, once a page, not to clear what is kept here when the device runs short. */
export async function askToLast(): Promise<void> {
  if (asked) return
  asked = true
  await navigator.storage?.persist?.().catch(() => false)
}

/**
 * Whether so many bytes can be kept, after letting go of what was only seen before. Nothing is begun that
 * cannot be kept whole.
 */
export async function makeRoomFor(bytes: number): Promise<boolean> {
  const room = await roomHere()
  if (!room) return true
  const missing = bytes + leftForWords - room.free
  if (missing <= 0) return true
  return (await shrinkKept(missing)) >= missing
}
