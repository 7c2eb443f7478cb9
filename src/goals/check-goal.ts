import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertCheck, isOwnEvidence, isSameCheck } from './check-store.ts'
import type { CheckGoal } from './contract.ts'
import { goalFor } from './store.ts'

export async function checkGoal(context: Context, input: InputOf<typeof CheckGoal>): Promise<void> {
  if (await isSameCheck(context, input)) return
  const goal = await goalFor(context, input.goalId, 'check')
  demand(goal)
  if (!(await isOwnEvidence(context, goal?.learnerId ?? '', input.evidence))) throw new Refusal('not_found')
  if (!(await insertCheck(context, input))) throw new Refusal('id_taken')
}
