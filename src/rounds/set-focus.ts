import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SetFocus } from './contract.ts'
import { insertFocus, keptFocus, roundFor } from './store.ts'

export async function setFocus(context: Context, input: InputOf<typeof SetFocus>): Promise<void> {
  demand(await roundFor(context, input.iterationId, 'setFocus'))
  if (await insertFocus(context, input)) return
  const kept = await keptFocus(context, input.id)
  if (kept?.setBy !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.iterationId !== input.iterationId || kept.words !== input.words) throw new Refusal('id_taken')
}
