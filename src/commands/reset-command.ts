import { noteActOf } from '../logbook/store.ts'
import { noteGivenPassword } from '../people/own-password-store.ts'
import { endSecondSteps } from '../people/factor-store.ts'
import { accountNamed, endSessions, replacePassword } from '../people/store.ts'
import { hashPassword } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { helpEnds } from '../second-steps/second-step.ts'
import { insertHelpOf } from '../second-steps/store.ts'

type Reset = { username: string; password: string; endsSecondStep: boolean }

/**
 * For somebody who forgot theirs: every session ends, because nobody knows who holds one. With their second step it
 * is the way back for the only one of an office, whom nobody there can help.
 */
export async function resetPassword(ground: Ground, reset: Reset): Promise<void> {
  const account = await accountNamed(ground.database, reset.username.toLowerCase())
  if (!account) throw new Refusal('not_found')
  const { accountId, personId, districtId } = account
  const hash = await hashPassword(reset.password)
  await asTheSystem(ground, { reason: 'reset a password', districtId }, async ({ db, now }) => {
    await replacePassword(db, accountId, hash, now)
    await noteGivenPassword(db, { accountId, districtId, givenBy: null }, now)
    if (reset.endsSecondStep) {
      await endSecondSteps(db, accountId, now)
      await insertHelpOf(db, { personId, districtId, givenAt: now, lastsUntil: helpEnds(now) })
    }
    await endSessions(db, accountId, now)
    const act = reset.endsSecondStep ? 'password.factor-ended' : 'password.given'
    await noteActOf({ db, now, districtId, personId: null }, { act, personId })
  })
}
