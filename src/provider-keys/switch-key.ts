import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { standing } from './provider-key.ts'
import { insertKeyUse, keysOf, lockKeys, providerOfKey, providerToKeep } from './store.ts'

/** One that is no longer the newest is not gone back to: whoever has it may have been told that it is over. */
export async function switchProviderKey(context: Context, { id }: { id: string }): Promise<void> {
  const providerId = await providerOfKey(context, id)
  const what = providerId && (await providerToKeep(context, providerId))
  if (!providerId || !what) throw new Refusal('not_found')
  await lockKeys(context, providerId)
  const { current, next } = standing(await keysOf(context, providerId))
  if (current?.id === id) return
  if (next?.id !== id) throw new Refusal('not_found')
  await insertKeyUse(context, id)
  await noteAct(context, { act: 'provider.key-used', said: { what } })
}
