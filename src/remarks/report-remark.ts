import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { HideRemark, ReportRemark } from './contract.ts'
import { insertDecision, insertReport, keptOn, remarkFor } from './store.ts'

export async function reportRemark(context: Context, input: InputOf<typeof ReportRemark>): Promise<void> {
  demand(await remarkFor(context, input.remarkId, 'report'))
  if (!(await insertReport(context, input))) await refuseUnlessSame(context, 'remark_report', input)
}

/** Hidden or left standing, with who decided; nothing is deleted, and either can be decided again. */
export async function hideRemark(context: Context, input: InputOf<typeof HideRemark>): Promise<void> {
  demand(await remarkFor(context, input.remarkId, 'decide'))
  if (!(await insertDecision(context, input))) await refuseUnlessSame(context, 'remark_decision', input)
}

async function refuseUnlessSame(
  context: Context,
  table: 'remark_report' | 'remark_decision',
  { id, remarkId }: { id: string; remarkId: string },
): Promise<void> {
  const kept = await keptOn(context, table, id)
  if (kept?.by !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.remarkId !== remarkId) throw new Refusal('id_taken')
}
