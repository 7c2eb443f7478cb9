import { createHash } from 'node:crypto'
import type { OutputOf } from '../platform/contract.ts'
import { passwordHolds } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { inBase32, newTotpSecret } from './check-totp.ts'
import type { BeginSecondFactor } from './contract.ts'
import { placeOfFactor } from './enter-code.ts'
import { begunFactor, insertFactor } from './factor-store.ts'
import { forgetFailures, passwordHashOf } from './store.ts'
import { countTry } from './tries-store.ts'

type Asked = { id: string; password: string }

/** Only for whoever knows the password: a page that was left open gives nobody a second factor of theirs. */
export async function beginFactor(
  doorstep: Doorstep,
  { id, password }: Asked,
): Promise<OutputOf<typeof BeginSecondFactor>> {
  const { accountId } = await provePassword(doorstep, password)
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

/** Tries are counted with those of every other place that asks somebody signed in for their password. */
export async function provePassword(
  { ground, asker }: Pick<Doorstep, 'ground' | 'asker'>,
  password: string,
): Promise<{ accountId: string; districtId: string }> {
  if (!asker) throw new Refusal('not_signed_in')
  const { viewer, hash } = await asViewer(ground, asker, async ({ db, viewer: one }) => ({
    viewer: one,
    hash: await passwordHashOf(db, one.accountId),
  }))
  await countPassword(ground, viewer.accountId, () => passwordHolds(password, hash))
  return viewer
}

async function countPassword(
  ground: Ground,
  accountId: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const nameHash = createHash('sha256').update(`password ${accountId}`).digest()
  await countTry(ground, nameHash)
  if (!(await holds())) throw new Refusal('wrong_password')
  await forgetFailures(ground.database, nameHash)
}
