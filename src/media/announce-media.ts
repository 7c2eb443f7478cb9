import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { announceMedia as insertMedia } from './store.ts'

/** Before a byte travels, the file has an id, an owner and a size; whoever announced it may send it. */
export async function announceMedia(
  context: Context,
  media: { id: string; name: string; bytes: number },
  largestFile: number,
): Promise<void> {
  if (media.bytes > largestFile) throw new Refusal('too_large')
  // PostgreSQL cannot keep NUL, and a name is only ever shown, so nothing of worth is lost
  const name = media.name.replaceAll('\u0000', '')
  const kept = await insertMedia(context, { ...media, name })
  if (kept?.uploadedBy !== context.viewer.personId) throw new Refusal('not_found')
}
