import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertProviderClosing, providerCalled } from './store.ts'

/** Nobody signs in from there any more; who is signed in stays so until they leave. */
export async function closeProvider(context: Context, id: string): Promise<void> {
  const standing = await providerCalled(context, id)
  if (!(await insertProviderClosing(context, id))) throw new Refusal('not_found')
  if (standing) await noteAct(context, { act: 'provider.closed', said: { what: standing.name } })
}
