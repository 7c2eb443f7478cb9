import { asksPages } from '../links/store.ts'
import { leadsToPage } from '../links/link.ts'
import type { Context } from '../platform/context.ts'
import type { NewParts } from './revision-store.ts'

/** Where the district lets linked pages be asked what they are called, the worker asks them later, and once. */
export async function tellOfLinks(context: Context, iterationId: string, parts: NewParts): Promise<void> {
  if (!parts.some((part) => part.kind === 'link' && leadsToPage(part.url))) return
  if (!(await asksPages(context))) return
  await context.tell('link.kept', { districtId: context.viewer.districtId, id: iterationId })
}
