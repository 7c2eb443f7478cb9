import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { HideRemark, ReportRemark } from './contract.ts'
import { insertDecision, insertReport, keptOn } from './report-store.ts'
import { remarkFor } from './store.ts'

export async function reportRemark(context: Context, input: InputOf<typeof ReportRemark>): Promise<void> {
  if (await isSent(context, 'remark_report', input)) return
  demand(await remarkFor(context, input.remarkId, 'report'))
  if (await insertReport(context, input)) return
  if (!(await isSent(context, 'remark_report', input))) throw new Refusal('not_found')
}

/** Hidden or left standing, with who decided; nothing is deleted, and either can be decided again. */
export async function hideRemark(context: Context, input: InputOf<typeof HideRemark>): Promise<void> {
  if (await isSent(context, 'remark_decision', input)) return
  demand(await remarkFor(context, input.remarkId, 'decide'))
  if (await insertDecision(context, input)) return
  if (!(await isSent(context, 'remark_decision', input))) throw new Refusal('not_found')
}

/** Sent twice it is there once, also when the words are read no longer because they were dealt with. */
async function isSent(
  context: Context,
  table: 'remark_report' | 'remark_decision',
  { id, remarkId }: { id: string; remarkId: string },
): Promise<boolean> {
  const kept = await keptOn(context, table, id)
  if (!kept) return false
  if (kept.by !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.remarkId !== remarkId) throw new Refusal('id_taken')
  return true
}
