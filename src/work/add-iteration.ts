import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AddIteration } from './contract.ts'
import { demandUsableMedia } from './demand-media.ts'
import { insertIteration, numberOf, pieceFor } from './store.ts'

export async function addIteration(
  context: Context,
  input: InputOf<typeof AddIteration>,
): Promise<{ number: number }> {
  demand(await pieceFor(context, input.pieceId, 'revise'))
  const kept = await numberOf(context, input.id, input.pieceId)
  if (kept !== undefined) return { number: kept }
  await demandUsableMedia(context, input.parts, context.viewer.personId)
  const number = (await insertIteration(context, input)) ?? (await numberOf(context, input.id, input.pieceId))
  if (number === undefined) throw new Refusal('id_taken')
  return { number }
}
