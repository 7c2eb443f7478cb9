import { isLeaving, recallMarks } from './leaving.ts'
import { askAsOwner } from './own-vault.ts'
import { finishLeaving } from './sign-out.ts'

export type Opening = 'open' | 'still leaving'

let opening: Promise<Opening> | undefined

/**
 * What has to be settled before anybody is asked about, once a page: whose device this is at the moment, and
 * whether somebody left whom the server still believes to be here.
 */
export function openDoor(): Promise<Opening> {
  opening ??= settle()
  return opening
}

/** Somebody came in at the door: what was found out for whoever was here before is nothing to them. */
export function openAnew(): void {
  opening = undefined
}

async function settle(): Promise<Opening> {
  await recallMarks()
  const by = askAsOwner()
  // whoever came in after them without a network is asked about in their own name only
  if (by === 'device' || !isLeaving()) return 'open'
  const left = await finishLeaving()
  if (left) await new Promise(() => location.replace(`${left}&late`))
  return left === undefined ? 'still leaving' : 'open'
}
