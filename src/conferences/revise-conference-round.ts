import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReviseConferenceRound } from './contract.ts'
import { wordsOfRound } from './open-conference-round.ts'
import { advanceRound, insertRoundRevision, isSameRound, markRoundWithdrawn, roundFor } from './store.ts'

export async function reviseConferenceRound(
  context: Context,
  input: InputOf<typeof ReviseConferenceRound>,
): Promise<void> {
  demand(await roundFor(context, input.id, 'revise'))
  const round = { ...input, ...wordsOfRound(input) }
  if (await advanceRound(context, round)) return insertRoundRevision(context, round)
  if (!(await isSameRound(context, round))) throw new Refusal('changed_elsewhere')
}

export async function withdrawConferenceRound(context: Context, id: string): Promise<void> {
  demand(await roundFor(context, id, 'withdraw'))
  await markRoundWithdrawn(context, id)
}
