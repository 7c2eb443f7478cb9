import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { insertRestoration } from '../work/deletion-store.ts'
import { takenBackFor } from './store.ts'

export async function putBackFiling(context: Context, { id }: { id: string }): Promise<void> {
  demand(await takenBackFor(context, id))
  await insertRestoration(context, id)
}
