import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SetSpaceRule } from './contract.ts'
import { insertRule, keptRule, spaceFor } from './space-store.ts'

/** Each decision is kept beside the earlier ones, with who took it and when; the latest holds. */
export async function setSpaceRule(context: Context, input: InputOf<typeof SetSpaceRule>): Promise<void> {
  demand(await spaceFor(context, input.spaceId, 'setRules'))
  if (await insertRule(context, input)) return
  const kept = await keptRule(context, input.id)
  if (kept?.setBy !== context.viewer.personId) throw new Refusal('not_found')
  const same = kept.spaceId === input.spaceId && kept.about === input.about && kept.says === input.says
  if (!same) throw new Refusal('id_taken')
}
