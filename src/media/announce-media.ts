import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Carrier } from './policy.ts'
import { announceMedia as insertMedia, takeOver } from './store.ts'

/** Before a byte travels, the file has an id, an owner and a size; whoever announced it may send it. */
export async function announceMedia(
  context: Context,
  media: { id: string; name: string; bytes: number },
  { carriers, most }: { carriers: Carrier[]; most: number },
): Promise<void> {
  if (media.bytes > most) throw new Refusal('too_large')
  // PostgreSQL cannot keep NUL, and a name is only ever shown, so nothing of worth is lost
  const name = media.name.replaceAll('\u0000', '')
  const kept = await insertMedia(context, { ...media, name })
  if (kept?.uploadedBy === context.viewer.personId) return
  if (!(await takeOver(context, media.id, carriers))) throw new Refusal('not_found')
}
