import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReportCritique } from './contract.ts'
import { critiqueFor } from './critique-store.ts'
import { insertReport, keptReport } from './word-store.ts'

export async function reportCritique(context: Context, input: InputOf<typeof ReportCritique>): Promise<void> {
  demand(await critiqueFor(context, input.critiqueId, 'report'))
  if (await insertReport(context, input)) return
  const kept = await keptReport(context, input.id)
  if (kept?.by !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.critiqueId !== input.critiqueId || kept.why !== input.why) throw new Refusal('id_taken')
}
