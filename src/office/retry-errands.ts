import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import type { RetryErrands } from './contract.ts'
import { maySeeHouse, retryFailed } from './errand-store.ts'

export async function retryErrands(
  context: Context,
  { kind, trouble, until }: InputOf<typeof RetryErrands>,
): Promise<OutputOf<typeof RetryErrands>> {
  demand(await maySeeHouse(context))
  const count = await retryFailed(context, { kind, trouble, until })
  if (count > 0) await noteAct(context, { act: 'errands.retried', said: { count, kind } })
  return { count }
}
