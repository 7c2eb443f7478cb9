import { demand } from '../access/may.ts'
import { noteAct } from '../logbook/store.ts'
import { accountOf } from '../people/account-store.ts'
import { endSecondSteps } from '../people/factor-store.ts'
import { noteGivenPassword } from '../people/own-password-store.ts'
import { endSessions, replacePassword } from '../people/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { hashPassword } from '../platform/password.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { GiveSignIn } from './contract.ts'
import { isUsername } from './registered.ts'
import { giveUsername, wayInOf } from './sign-in-store.ts'
import { mayKeepRegister } from './store.ts'

/** Every session ends, because nobody knows who holds one. One’s own password is changed on one’s own page. */
export async function giveSignIn(context: Context, input: InputOf<typeof GiveSignIn>): Promise<void> {
  demand(await mayKeepRegister(context))
  const { db, viewer, now } = context
  const way = await wayInOf(context, input.id)
  if (!way) throw new Refusal('not_found')
  if (way.isMerged || input.id === viewer.personId) throw new Refusal('not_allowed')
  const { districtId } = viewer
  const accountId = way.accountId ?? (await accountOf(db, { personId: input.id, districtId }, now))
  const hash = await hashPassword(input.password)
  if (way.username === null) await giveFirst(context, { accountId, hash, username: input.username })
  await replacePassword(db, accountId, hash, now)
  await noteGivenPassword(db, { accountId, districtId, givenBy: viewer.personId }, now)
  if (input.endsSecondFactor) await endSecondSteps(db, accountId, now)
  await endSessions(db, accountId, now)
  const act = input.endsSecondFactor ? 'password.factor-ended' : 'password.given'
  await noteAct(context, { act, personId: input.id })
}

async function giveFirst(
  context: Context,
  to: { accountId: string; hash: string; username: string | undefined },
) {
  const username = to.username?.trim().toLowerCase() ?? ''
  if (!isUsername(username)) throw new InvalidInput({ username: 'required' })
  if (!(await giveUsername(context, to.accountId, username, to.hash))) throw new Refusal('name_taken')
}
