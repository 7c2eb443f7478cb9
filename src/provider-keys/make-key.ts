import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import type { MakeProviderKey } from './contract.ts'
import { makeKey } from './open-keys.ts'
import { insertKey, insertKeyUse, keysOf, lockKeys, providerOfKey, providerToKeep } from './store.ts'

/** It signs nothing until it is switched to: providers must be told of it first. */
export async function makeProviderKey(
  { ground, asker }: Doorstep,
  { id, providerId }: InputOf<typeof MakeProviderKey>,
): Promise<void> {
  if (!asker) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, async (context) => {
    const what = await providerToKeep(context, providerId)
    if (what === undefined) throw new Refusal('not_found')
    await lockKeys(context, providerId)
    const standsFor = await providerOfKey(context, id)
    if (standsFor === providerId) return
    if (standsFor !== undefined) throw new Refusal('id_taken')
    await addKey(context, ground.secret, { id, providerId })
    await noteAct(context, { act: 'provider.key-made', said: { what } })
  })
}

/** A provider that was just set up has one to sign with from the start. */
export async function makeFirstKey(
  context: Context,
  serverSecret: string,
  providerId: string,
): Promise<void> {
  await lockKeys(context, providerId)
  if ((await keysOf(context, providerId)).length > 0) return
  await addKey(context, serverSecret, { id: newId(), providerId })
}

async function addKey(
  context: Context,
  serverSecret: string,
  key: { id: string; providerId: string },
): Promise<void> {
  const isFirst = (await keysOf(context, key.providerId)).length === 0
  if (!(await insertKey(context, { ...key, ...(await makeKey(serverSecret, key.id, context.now)) })))
    throw new Refusal('id_taken')
  if (isFirst) await insertKeyUse(context, key.id)
}
