import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { goalDeletions } from './keeping-store.ts'
import { goalFor } from './store.ts'

export async function deleteGoal(context: Context, id: string): Promise<void> {
  const goal = await goalFor(context, id, 'remove')
  if (goal?.learnerId !== context.viewer.personId) demand(goal)
  await goalDeletions.mark(context, id)
}

export async function restoreGoal(context: Context, id: string): Promise<void> {
  const goal = await goalFor(context, id, 'remove')
  if (goal?.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  await goalDeletions.takeBack(context, id)
}
