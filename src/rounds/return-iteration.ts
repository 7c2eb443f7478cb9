import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReturnIteration } from './contract.ts'
import { insertReturn, keptReturn } from './return-store.ts'
import { roundFor } from './store.ts'

/** Neither a grade nor a rejection: an invitation to try something, and a record of who gave it and when. */
export async function returnIteration(
  context: Context,
  input: InputOf<typeof ReturnIteration>,
): Promise<void> {
  demand(await roundFor(context, input.iterationId, 'giveBack'))
  if (await insertReturn(context, input)) return
  const kept = await keptReturn(context, input.id)
  if (kept?.returnedBy !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.iterationId !== input.iterationId || kept.tryNext !== input.tryNext) throw new Refusal('id_taken')
}
