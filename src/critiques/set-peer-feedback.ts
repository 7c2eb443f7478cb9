import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SetPeerFeedback } from './contract.ts'
import { insertSetting, keptSetting, spaceFor } from './setting-store.ts'

/** Each decision is kept beside the earlier ones; taking leave away stops running rounds at once. */
export async function setPeerFeedback(
  context: Context,
  input: InputOf<typeof SetPeerFeedback>,
): Promise<void> {
  demand(await spaceFor(context, input.spaceId))
  if (await insertSetting(context, input)) return
  const kept = await keptSetting(context, input.id)
  if (kept?.setBy !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.spaceId !== input.spaceId || kept.allowed !== input.allowed) throw new Refusal('id_taken')
}
