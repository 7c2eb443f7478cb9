import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { JsonText } from '../platform/database.ts'
import type { GetPiece } from './contract.ts'
import { noteLook, readPiece } from './piece-store.ts'

/** Opening somebody's piece is looking at it, and its learner can see who has looked (product rule 5). */
export async function openPiece(
  context: Context,
  input: { id: string },
): Promise<JsonText<OutputOf<typeof GetPiece>>> {
  const piece = await readPiece(context, input.id)
  await noteLook(context, input.id)
  return piece
}
