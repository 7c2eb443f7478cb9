import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { withdrawWelcomes } from './door-store.ts'
import { welcomeFor } from './store.ts'

/** At once: the next request of whoever came in by it finds nobody signed in. */
export async function withdrawWelcome(context: Context, id: string): Promise<void> {
  demand(await welcomeFor(context, id))
  await withdrawWelcomes(context, [id])
}
