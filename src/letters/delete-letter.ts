import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { letterDeletions, letterFor } from './store.ts'

/** Sealed or open, without being read. */
export async function deleteLetter(context: Context, id: string): Promise<void> {
  if (!(await letterFor(context, id))) throw new Refusal('not_found')
  await letterDeletions.mark(context, id)
}

export async function restoreLetter(context: Context, id: string): Promise<void> {
  if (!(await letterFor(context, id))) throw new Refusal('not_found')
  await letterDeletions.takeBack(context, id)
}
