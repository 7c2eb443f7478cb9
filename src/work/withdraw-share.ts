import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { hasWithdrawn, insertWithdrawal, shareFor } from './share-store.ts'

export async function withdrawShare(context: Context, input: { id: string }): Promise<void> {
  const share = await shareFor(context, input.id)
  if (!share && (await hasWithdrawn(context, input.id))) return
  demand(share)
  await insertWithdrawal(context, input.id)
}
