import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { hasWithdrawn, markWithdrawn } from './keeping-store.ts'
import { showcaseFor } from './store.ts'

/** Closed at once and for good: the next request finds nothing. */
export async function withdrawShowcase(context: Context, id: string): Promise<void> {
  // sent twice by an adult, who sees it no longer
  if (await hasWithdrawn(context, id)) return
  demand(await showcaseFor(context, id, 'withdraw'))
  await markWithdrawn(context, id)
}
