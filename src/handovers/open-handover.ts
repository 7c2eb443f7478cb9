import { passwordHashOf } from '../people/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { OpenHandover } from './contract.ts'
import { handsTo, insertHandover } from './store.ts'

/** From the end of this transaction on, the session that asked can only bring in work of this class. */
export async function openHandover(context: Context, input: InputOf<typeof OpenHandover>): Promise<void> {
  if (!(await handsTo(context, input.classId))) throw new Refusal('not_found')
  // whoever comes from the district's own sign-in alone could never take it back
  const hash = await passwordHashOf(context.db, context.viewer.accountId)
  if (hash === undefined) throw new Refusal('needs_password')
  const kept = await insertHandover(context, input)
  if (kept?.openedBy !== context.viewer.personId) throw new Refusal('not_found')
  // one that was taken back, or holds another device, narrows nothing: "done" would let go of an open session
  if (kept.classId !== input.classId || !kept.holds) throw new Refusal('id_taken')
}
