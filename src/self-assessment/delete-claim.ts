import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { claimDeletions } from './keeping-store.ts'
import { claimFor } from './store.ts'

export async function deleteClaim(context: Context, id: string): Promise<void> {
  const claim = await claimFor(context, id, 'remove')
  if (claim?.learnerId !== context.viewer.personId) demand(claim)
  await claimDeletions.mark(context, id)
}

export async function restoreClaim(context: Context, id: string): Promise<void> {
  const claim = await claimFor(context, id, 'remove')
  if (claim?.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  await claimDeletions.takeBack(context, id)
}
