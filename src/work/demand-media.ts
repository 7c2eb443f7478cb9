import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import type { NewParts } from './revision-store.ts'
import { countUsableMedia } from './store.ts'

/** Nobody puts a file into their work that they could not reach: another's id is simply not there. */
export async function demandUsableMedia(context: Context, parts: NewParts, learnerId: string): Promise<void> {
  const ids = [...new Set(parts.flatMap((part) => (part.kind === 'media' ? [part.mediaId] : [])))]
  if (ids.length === 0) return
  if ((await countUsableMedia(context, ids, learnerId)) !== ids.length) throw new Refusal('not_found')
}
