import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { insertWithdrawal } from '../work/share-store.ts'
import { insertResponseWithdrawal, responseFor } from './response-store.ts'

/** The piece stays what it is; what responding alone had shown to the teachers is not shown any more. */
export async function withdrawResponse(context: Context, { id }: { id: string }): Promise<void> {
  const response = await responseFor(context, id)
  demand(response)
  await insertResponseWithdrawal(context, id)
  if (response?.shareId) await insertWithdrawal(context, response.shareId)
}
