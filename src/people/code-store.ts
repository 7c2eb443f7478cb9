import { createHash } from 'node:crypto'
import { Refusal } from '../platform/refusal.ts'
import { openSecret } from '../platform/sealed-secret.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { stepOf } from './check-totp.ts'
import { type Factor, standingFactor, useRecoveryCode, useStep } from './factor-store.ts'
import { forgetFailures } from './store.ts'
import { countTry } from './tries-store.ts'

type Account = { accountId: string; districtId: string }

/** Six digits, so few tries: then they rest for ten minutes. */
const mostCodes = 5

export const placeOfFactor = (id: string): string => `second factor ${id}`
export const hashOfRecovery = (code: string): Buffer =>
  createHash('sha256')
    .update(`recovery ${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`)
    .digest()

/**
 * After the right password: the digits of whoever has a second factor, or one of their recovery codes. Every code
 * counts once. Whoever has none is let by; the answer says whether they had one.
 */
export async function enterCode(
  ground: Ground,
  account: Account,
  code: string | undefined,
): Promise<boolean> {
  const why = { reason: 'look for a second factor', districtId: account.districtId }
  const factor = await asTheSystem(ground, why, ({ db }) => standingFactor(db, account.accountId))
  if (!factor) return false
  if (!code) throw new Refusal('code_needed')
  const tries = createHash('sha256').update(`codes of ${account.accountId}`).digest()
  await countTry(ground, tries, mostCodes)
  if (!(await isRight(ground, account, factor, code))) throw new Refusal('wrong_code')
  await forgetFailures(ground.database, tries)
  return true
}

function isRight(ground: Ground, { districtId }: Account, factor: Factor, code: string): Promise<boolean> {
  return asTheSystem(ground, { reason: 'check a second factor', districtId }, async ({ db, now }) => {
    if (await useRecoveryCode(db, factor.id, hashOfRecovery(code), now)) return true
    const words = openSecret(ground.secret, placeOfFactor(factor.id), factor.sealed)
    const step = words === undefined ? undefined : stepOf(Buffer.from(words, 'hex'), code, now)
    return step !== undefined && useStep(db, factor.id, step)
  })
}
