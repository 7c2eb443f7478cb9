import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { hasWithdrawnReturn, insertReturnWithdrawal, returnFor } from './return-store.ts'

export async function withdrawReturn(context: Context, input: { id: string }): Promise<void> {
  if (await hasWithdrawnReturn(context, input.id)) return
  demand(await returnFor(context, input.id, 'withdraw'))
  await insertReturnWithdrawal(context, input.id)
}
