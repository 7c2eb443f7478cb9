import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { HideCritique } from './contract.ts'
import { critiqueFor } from './critique-store.ts'
import { insertDecision, keptDecision } from './word-store.ts'

/** Hidden or left standing, at once and with who decided; nothing is deleted, and either can be decided again. */
export async function hideCritique(context: Context, input: InputOf<typeof HideCritique>): Promise<void> {
  demand(await critiqueFor(context, input.critiqueId, 'decide'))
  if (await insertDecision(context, input)) return
  const kept = await keptDecision(context, input.id)
  if (kept?.by !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.critiqueId !== input.critiqueId || kept.hidden !== input.hidden) throw new Refusal('id_taken')
}
