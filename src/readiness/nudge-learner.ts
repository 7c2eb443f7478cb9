import { demand } from '../access/may.ts'
import { roundFor } from '../conferences/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { NudgeLearner } from './contract.ts'
import { insertNudge, isInRound } from './store.ts'

/** One touch; touched again the same day, the learner is told once. */
export async function nudgeLearner(context: Context, input: InputOf<typeof NudgeLearner>): Promise<void> {
  demand(await roundFor(context, input.roundId, 'seeReadiness'))
  if (!(await isInRound(context, input))) throw new Refusal('not_found')
  await insertNudge(context, input)
}
