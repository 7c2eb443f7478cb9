import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { deletionFor, insertRestoration } from './standing-store.ts'

export async function restoreActivity(context: Context, { id }: { id: string }): Promise<void> {
  demand(await deletionFor(context, id))
  await insertRestoration(context, id)
}
