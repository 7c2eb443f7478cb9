import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { EndGoal } from './contract.ts'
import { endingOf, markEnded, markReopened } from './keeping-store.ts'
import { goalFor } from './store.ts'

/** Sent again, it has ended already, and as it says. */
export async function endGoal(context: Context, input: InputOf<typeof EndGoal>): Promise<void> {
  const goal = await goalFor(context, input.id, 'end')
  const ended = goal?.learnerId === context.viewer.personId ? await endingOf(context, input.id) : undefined
  if (ended?.kind === input.kind && ended.words === input.words) return
  if (ended) throw new Refusal('changed_elsewhere')
  demand(goal)
  await markEnded(context, input)
}

export async function reopenGoal(context: Context, id: string): Promise<void> {
  const goal = await goalFor(context, id, 'share')
  demand(goal)
  await markReopened(context, id)
}
