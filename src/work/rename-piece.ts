import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { replaceTitle } from './piece-store.ts'
import { pieceFor } from './store.ts'

export async function renamePiece(context: Context, input: { id: string; title: string }): Promise<void> {
  demand(await pieceFor(context, input.id, 'revise'))
  await replaceTitle(context, input.id, input.title)
}
