import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import { insertItemWithdrawal, itemFor } from './store.ts'

/** Out of the library, and out of sight there; whoever copied it keeps the copy. */
export async function withdrawItem(context: Context, { id }: { id: string }): Promise<void> {
  demand(await itemFor(context, id, 'withdraw'))
  await insertItemWithdrawal(context, id)
  await noteActOfOffice(context, { act: 'item.withdrawn' })
}
