import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReviseGoal } from './contract.ts'
import type { GoalForm } from './goal.ts'
import { advanceGoal, insertRevision, isSameGoal } from './keeping-store.ts'
import { demandFiles, wordsToKeep } from './set-goal.ts'
import { goalFor } from './store.ts'

export async function reviseGoal(context: Context, input: InputOf<typeof ReviseGoal>): Promise<void> {
  const goal = await goalFor(context, input.id, 'revise')
  demand(goal)
  const said = { ...input, words: wordsToKeep(goal?.form as GoalForm, input) }
  await demandFiles(context, input)
  if (await advanceGoal(context, input.id, input.revision)) return insertRevision(context, said)
  if (!(await isSameGoal(context, said))) throw new Refusal('changed_elsewhere')
}
