import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { yesOrNo } from '../logbook/line.ts'
import { noteAct } from '../logbook/store.ts'
import { asksPages, insertLinkRule, maySetLinkRule } from './store.ts'

export async function setLinkRule(context: Context, { previews }: { previews: boolean }): Promise<void> {
  demand(await maySetLinkRule(context))
  const was = yesOrNo(await asksPages(context))
  await insertLinkRule(context, previews)
  await noteAct(context, { act: 'links.ruled', said: { before: 'yes', was, on: yesOrNo(previews) } })
}
