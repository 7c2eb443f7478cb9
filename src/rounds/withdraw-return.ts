import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { hasWithdrawnReturn, insertReturnWithdrawal, returnFor } from './return-store.ts'

export async function withdrawReturn(context: Context, input: { id: string }): Promise<void> {
  const found = await returnFor(context, input.id, 'withdraw')
  if (found?.allowed) return insertReturnWithdrawal(context, input.id)
  if (!(await hasWithdrawnReturn(context, input.id))) demand(found)
}
