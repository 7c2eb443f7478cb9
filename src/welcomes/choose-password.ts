import { createHash } from 'node:crypto'
import { isUsernameTaken } from '../people/account-store.ts'
import { forgetFailures } from '../people/store.ts'
import { openSession } from '../people/session-store.ts'
import { countTry } from '../people/tries-store.ts'
import type { InputOf } from '../platform/contract.ts'
import { hashPassword } from '../platform/password.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import type { ChoosePassword } from './contract.ts'
import { nameAccount, readOwnKeys } from './keys-store.ts'

/**
 * Somebody who came in by link chooses a name and a password of their own. From then on the link opens nothing, and
 * nothing that came in by it goes on: this device is let in anew, as the others are by the password.
 */
export async function choosePassword(
  doorstep: Doorstep,
  input: InputOf<typeof ChoosePassword>,
): Promise<void> {
  const { ground, asker } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  const username = input.username.trim().toLowerCase()
  const viewer = await asViewer(ground, asker, async (context) => {
    if (!(await readOwnKeys(context)).may.choose) throw new Refusal('not_allowed')
    return context.viewer
  })
  // so that nobody finds out in this way who signs in here
  const tries = createHash('sha256').update(`choose ${viewer.accountId}`).digest()
  await countTry(ground, tries)
  if (await isUsernameTaken(ground.database, username)) throw new InvalidInput({ username: 'taken' })
  const passwordHash = await hashPassword(input.password)
  const named = await asViewer(ground, asker, (context) => nameAccount(context, username, passwordHash))
  if (!named) throw new Refusal('not_allowed')
  await openSession(doorstep, viewer)
  await forgetFailures(ground.database, tries)
}
