import { createHash, createHmac } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { openSecret } from '../platform/sealed-secret.ts'
import { asViewer } from '../platform/transaction.ts'
import { inBase32, stepOf } from './check-totp.ts'
import type { ConfirmSecondFactor } from './contract.ts'
import { hashOfRecovery, placeOfFactor } from './code-store.ts'
import {
  begunFactor,
  confirmFactor as keepConfirmed,
  freshFactor,
  standingFactor,
  useStep,
} from './factor-store.ts'
import { endSessions } from './store.ts'
import { countTry } from './tries-store.ts'

const howMany = 10
const mostCodes = 5
const againMinutes = 2

/** From now on the password alone opens nothing. The recovery codes are shown this once; their hashes are kept. */
export async function confirmFactor(
  { ground, asker }: Doorstep,
  { id, code }: { id: string; code: string },
): Promise<OutputOf<typeof ConfirmSecondFactor>> {
  if (!asker) throw new Refusal('not_signed_in')
  const { accountId } = await asViewer(ground, asker, async ({ viewer }) => viewer)
  await countTry(ground, createHash('sha256').update(`first code ${id} ${accountId}`).digest(), mostCodes)
  const recoveryCodes = codesFor(ground.secret, id)
  await asViewer(ground, asker, async ({ db, viewer, now }) => {
    if (await isSentAgain({ db, viewer, now }, ground.secret, { id, code })) return
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

/** Made from the factor and the server's secret, so that the answer can be given again if the first one was lost. */
const codesFor = (secret: string, id: string): string[] =>
  Array.from({ length: howMany }, (_, place) =>
    inBase32(createHmac('sha256', secret).update(`recovery ${place} of ${id}`).digest()).slice(0, 16),
  )

type Here = Pick<Context, 'db' | 'viewer' | 'now'>

/** The very digits that confirmed it, a moment ago: the codes are told once, but an answer may be lost on its way. */
async function isSentAgain(
  { db, viewer, now }: Here,
  secret: string,
  { id, code }: { id: string; code: string },
): Promise<boolean> {
  const since = new Date(now.getTime() - againMinutes * 60_000)
  const fresh = await freshFactor(db, viewer.accountId, { id, since })
  const words = fresh && openSecret(secret, placeOfFactor(id), fresh.sealed)
  const step = words === undefined ? undefined : stepOf(Buffer.from(words, 'hex'), code, now)
  return step !== undefined && step === fresh?.lastStep
}
