import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertBringing, keptBringing, lockRoundFor, ownIteration } from './bringing-store.ts'
import type { BringPiece } from './contract.ts'
import { makersStep, protocolOf } from './protocol.ts'
import { roundFor } from './round-store.ts'

/** The learner's own choice and consent: exactly this attempt, for exactly this table. */
export async function bringPiece(context: Context, input: InputOf<typeof BringPiece>): Promise<void> {
  await lockRoundFor(context, input.roundId)
  const kept = await keptBringing(context, input.id)
  if (kept) return demandSame(context, input, kept)
  const round = await roundFor(context, input.roundId, 'bring')
  demand(round)
  if (!(await ownIteration(context, input.iterationId))) throw new Refusal('not_found')
  const protocol = round && protocolOf(round.protocol, round.protocolVersion)
  const asks = protocol !== undefined && makersStep(protocol) !== undefined
  if (!asks && input.question !== '') throw new Refusal('invalid', { fields: 'question' })
  await insertBringing(context, input)
}

function demandSame(
  { viewer }: Context,
  input: InputOf<typeof BringPiece>,
  kept: { learnerId: string; roundId: string; iterationId: string; question: string },
): void {
  if (kept.learnerId !== viewer.personId) throw new Refusal('not_found')
  const same =
    kept.roundId === input.roundId &&
    kept.iterationId === input.iterationId &&
    kept.question === input.question
  if (!same) throw new Refusal('id_taken')
}
