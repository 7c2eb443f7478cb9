import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'
import { asViewer } from '../platform/transaction.ts'
import { inBase32, newTotpSecret } from './check-totp.ts'
import type { BeginSecondFactor } from './contract.ts'
import { placeOfFactor } from './code-store.ts'
import { begunFactor, insertFactor } from './factor-store.ts'
import { provePassword } from './password-store.ts'

type Asked = { id: string; password: string }
type Proof = (account: { accountId: string }) => Promise<void>

/**
 * Only for whoever knows the password: a page that was left open gives nobody a second factor of theirs. `proveMore`
 * asks for whatever they have besides.
 */
export async function beginFactor(
  doorstep: Doorstep,
  { id, password }: Asked,
  proveMore: Proof,
): Promise<OutputOf<typeof BeginSecondFactor>> {
  const { accountId } = await provePassword(doorstep, password)
  await proveMore({ accountId })
  const { ground, asker } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  const secret = await asViewer(ground, asker, async ({ db, viewer, now }) => {
    const fresh = newTotpSecret().toString('hex')
    const sealed = sealSecret(ground.secret, placeOfFactor(id), fresh)
    if (await insertFactor(db, viewer, { id, sealed }, now)) return fresh
    const begun = await begunFactor(db, accountId, id)
    return begun && openSecret(ground.secret, placeOfFactor(id), begun.sealed)
  })
  if (secret === undefined) throw new Refusal('not_found')
  return { secret: inBase32(Buffer.from(secret, 'hex')) }
}
