import { createHash } from 'node:crypto'
import { passwordHolds } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { enterCode } from './code-store.ts'
import { openSession } from './session-store.ts'
import { hasPasskey, isStepMissing } from './factor-store.ts'
import { addMark, markHere } from './note-device.ts'
import { isOwnPasswordWanted } from './own-password-store.ts'
import { accountNamed, forgetFailures } from './store.ts'
import { countTry } from './tries-store.ts'

export async function signIn(
  doorstep: Doorstep,
  input: { username: string; password: string; code?: string | undefined },
): Promise<void> {
  const { ground } = doorstep
  // a keyboard may write an accent as a letter of its own
  const username = input.username.normalize('NFC').trim().toLowerCase()
  const account = await accountNamed(ground.database, username)
  // on a device of theirs nobody is kept out by what others type elsewhere
  const mark = account && markHere(ground.secret, account, doorstep.knownMarks)
  const where = mark === undefined ? '' : ` at ${mark}`
  const nameHash = createHash('sha256').update(`name ${username}${where}`).digest()
  await countTry(ground, nameHash)
  if (!(await passwordHolds(input.password, account?.passwordHash)) || !account) {
    throw new Refusal('wrong_sign_in')
  }
  const had = await enterCode(ground, account, input.code)
  // a passkey is the second step of whoever has one and no app: it opens by itself
  if (!had && (await hasPasskey(ground.database, account.accountId))) throw new Refusal('passkey_needed')
  await forgetFailures(ground.database, nameHash)
  if (await isStepMissing(ground.database, account, ground.now())) throw new Refusal('second_step_overdue')
  const asksPassword = await isOwnPasswordWanted(ground.database, account.accountId, ground.now())
  await openSession(doorstep, account, { asksPassword })
  if (mark === undefined) doorstep.keepKnownMarks(addMark(ground.secret, account, doorstep.knownMarks))
}
