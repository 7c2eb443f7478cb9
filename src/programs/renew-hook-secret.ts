import { noteAct } from '../logbook/store.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { sealSecret } from '../platform/sealed-secret.ts'
import { asViewer } from '../platform/transaction.ts'
import { placeOfHookSecret } from './call-hook.ts'
import { replaceSecret } from './hook-store.ts'
import { newHookSecret } from './sign-call.ts'
import { mayLetInHere } from './store.ts'

/** A new secret, shown this once. The one before signs too for a day, so that nothing is missed in between. */
export async function renewHookSecret({ ground, asker }: Doorstep, id: string): Promise<string> {
  if (!asker) throw new Refusal('not_signed_in')
  return asViewer(ground, asker, async (context) => {
    const secret = newHookSecret()
    const sealed = sealSecret(ground.secret, placeOfHookSecret(id), secret)
    const address = (await mayLetInHere(context)) ? await replaceSecret(context, { id, sealed }) : undefined
    if (address === undefined) throw new Refusal('not_found')
    await noteAct(context, {
      act: 'hook.secret-renewed',
      said: { what: URL.parse(address)?.host ?? address },
    })
    return secret
  })
}
