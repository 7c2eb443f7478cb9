import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { insertWithdrawal, shareFor } from './share-store.ts'

export async function withdrawShare(context: Context, input: { id: string }): Promise<void> {
  demand(await shareFor(context, input.id))
  await insertWithdrawal(context, input.id)
}
