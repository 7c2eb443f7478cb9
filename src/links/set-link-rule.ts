import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { insertLinkRule, maySetLinkRule } from './store.ts'

export async function setLinkRule(context: Context, { previews }: { previews: boolean }): Promise<void> {
  demand(await maySetLinkRule(context))
  await insertLinkRule(context, previews)
}
