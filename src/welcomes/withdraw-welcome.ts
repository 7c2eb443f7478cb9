import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import { withdrawWelcomes } from './door-store.ts'
import { welcomeFor } from './store.ts'

/** At once: the next request of whoever came in by it finds nobody signed in. */
export async function withdrawWelcome(context: Context, id: string): Promise<void> {
  const welcome = await welcomeFor(context, id)
  demand(welcome)
  await withdrawWelcomes(context, [id])
  await noteActOfOffice(context, { act: 'welcome.withdrawn', personId: welcome?.guardianId })
}
