import { broughtMedia } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { KeepDrawing } from './contract.ts'
import { insertDrawing, isSameDrawing } from './store.ts'

/** The marks of a picture are kept once; drawing on makes another picture with marks of its own. */
export async function keepDrawing(
  context: Context,
  { id, drawing }: InputOf<typeof KeepDrawing>,
): Promise<void> {
  if (!(await broughtMedia(context, id))) throw new Refusal('not_found')
  if (await insertDrawing(context, id, drawing)) return
  if (!(await isSameDrawing(context, id, drawing))) throw new Refusal('id_taken')
}
