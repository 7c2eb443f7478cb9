import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { noteAct } from '../logbook/store.ts'
import { insertLinkRule, maySetLinkRule } from './store.ts'

export async function setLinkRule(context: Context, { previews }: { previews: boolean }): Promise<void> {
  demand(await maySetLinkRule(context))
  await insertLinkRule(context, previews)
  await noteAct(context, { act: 'links.ruled', said: { on: previews ? 'yes' : 'no' } })
}
