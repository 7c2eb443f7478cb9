import { createHash, randomBytes } from 'node:crypto'
import type { OutputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { openSecret } from '../platform/sealed-secret.ts'
import { asViewer } from '../platform/transaction.ts'
import { inBase32, stepOf } from './check-totp.ts'
import type { ConfirmSecondFactor } from './contract.ts'
import { hashOfRecovery, placeOfFactor } from './enter-code.ts'
import { begunFactor, confirmFactor as keepConfirmed, standingFactor, useStep } from './factor-store.ts'
import { endSessions } from './store.ts'
import { countTry } from './tries-store.ts'

const howMany = 10
const mostCodes = 5

/** From now on the password alone opens nothing. The recovery codes are shown this once; their hashes are kept. */
export async function confirmFactor(
  { ground, tokenHash }: Doorstep,
  { id, code }: { id: string; code: string },
): Promise<OutputOf<typeof ConfirmSecondFactor>> {
  if (!tokenHash) throw new Refusal('not_signed_in')
  const { accountId } = await asViewer(ground, tokenHash, async ({ viewer }) => viewer)
  await countTry(ground, createHash('sha256').update(`first code ${id} ${accountId}`).digest(), mostCodes)
  const recoveryCodes = Array.from({ length: howMany }, () => inBase32(randomBytes(10)).slice(0, 16))
  await asViewer(ground, tokenHash, async ({ db, viewer, now }) => {
    const begun = await begunFactor(db, viewer.accountId, id)
    if (!begun || (await standingFactor(db, viewer.accountId))) throw new Refusal('not_found')
    const words = openSecret(ground.secret, placeOfFactor(id), begun.sealed)
    const step = words === undefined ? undefined : stepOf(Buffer.from(words, 'hex'), code, now)
    if (step === undefined || !(await useStep(db, id, step))) throw new Refusal('wrong_code')
    const codes = recoveryCodes.map((one) => ({ id: newId(), hash: hashOfRecovery(one) }))
    await keepConfirmed(db, viewer, { id, codes }, now)
    // whoever came in with the password alone has to show the second step too
    await endSessions(db, viewer.accountId, now, { except: viewer.sessionId })
  })
  return { recoveryCodes }
}
