import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import { giveUpMessages } from '../mail/store.ts'
import { giveUpFiles } from '../media/arrival-store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { giveUpCalls } from '../programs/hook-store.ts'
import type { DiscardErrands } from './contract.ts'
import { forgetFailed, maySeeHouse } from './errand-store.ts'

/** What was let go is settled where it is kept too: the next night does not bring it back. */
export async function discardErrands(
  context: Context,
  { kind, trouble, until }: InputOf<typeof DiscardErrands>,
): Promise<OutputOf<typeof DiscardErrands>> {
  demand(await maySeeHouse(context))
  const ids = [...new Set(await forgetFailed(context, { kind, trouble, until }))]
  if (kind === 'message') await giveUpMessages(context, ids)
  if (kind === 'call') await giveUpCalls(context, ids)
  if (kind === 'file' || kind === 'film') await giveUpFiles(context, ids)
  if (ids.length > 0) await noteAct(context, { act: 'errands.let-go', said: { count: ids.length, kind } })
  return { count: ids.length }
}
