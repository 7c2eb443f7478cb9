import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { sealSecret } from '../platform/sealed-secret.ts'
import { asViewer } from '../platform/transaction.ts'
import { noteAct } from '../logbook/store.ts'
import { placeOfHookSecret } from './call-hook.ts'
import type { AddHook } from './contract.ts'
import { putHook } from './hook-store.ts'
import { newHookSecret } from './sign-call.ts'
import { mayLetInHere } from './store.ts'

type Input = InputOf<typeof AddHook>

/** Begins to tell an address, and answers with what signs the calls, this once. */
export async function keepHook({ ground, asker }: Doorstep, input: Input): Promise<string> {
  if (!asker) throw new Refusal('not_signed_in')
  const local = ground.localAddresses ?? false
  return asViewer(ground, asker, (context) => addHook(context, input, { local, secret: ground.secret }))
}

async function addHook(context: Context, input: Input, server: { local: boolean; secret: string }) {
  if (!(await mayLetInHere(context))) throw new Refusal('not_found')
  const url = URL.parse(input.address.trim())
  const right = url?.protocol === 'https:' || (server.local && url?.protocol === 'http:')
  if (!url || !right || url.username !== '' || url.password !== '' || url.hash !== '')
    throw new InvalidInput({ address: 'custom' })
  const secret = newHookSecret()
  const sealed = sealSecret(server.secret, placeOfHookSecret(input.id), secret)
  const hook = { id: input.id, address: url.href, events: [...new Set(input.events)], sealed }
  if (!(await putHook(context, hook))) throw new Refusal('id_taken')
  await noteAct(context, { act: 'hook.added', said: { what: url.host } })
  return secret
}
