import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReplyToStep } from './contract.ts'
import { critiqueFor } from './critique-store.ts'
import { protocolOf } from './protocol.ts'
import { insertReply, keptReply } from './word-store.ts'

/** To an open question words; to an opinion that is offered, leave or none. */
export async function replyToStep(context: Context, input: InputOf<typeof ReplyToStep>): Promise<void> {
  const critique = await critiqueFor(context, input.critiqueId, 'reply')
  demand(critique)
  const protocol = critique && protocolOf(critique.protocol, critique.protocolVersion)
  const replies = protocol?.steps.find(({ key }) => key === input.step)?.replies
  const fits =
    replies === 'leave' ? input.leave !== undefined : input.leave === undefined && input.text.trim() !== ''
  if (replies === undefined || !fits) throw new Refusal('invalid', { fields: 'step' })
  if (await insertReply(context, input)) return
  const kept = await keptReply(context, input.id)
  if (kept?.by !== context.viewer.personId) throw new Refusal('not_found')
  const same =
    kept.critiqueId === input.critiqueId &&
    kept.step === input.step &&
    kept.leave === (input.leave ?? null) &&
    kept.text === input.text
  if (!same) throw new Refusal('id_taken')
}
