import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AnswerCritique } from './contract.ts'
import { critiqueFor, insertAnswer, keptAnswer } from './critique-store.ts'

export async function answerCritique(context: Context, input: InputOf<typeof AnswerCritique>): Promise<void> {
  demand(await critiqueFor(context, input.critiqueId, 'answer'))
  if (await insertAnswer(context, input)) return
  const kept = await keptAnswer(context, input.id)
  if (kept?.by !== context.viewer.personId) throw new Refusal('not_found')
  const same = kept.critiqueId === input.critiqueId && kept.kind === input.kind && kept.why === input.why
  if (!same) throw new Refusal('id_taken')
}
