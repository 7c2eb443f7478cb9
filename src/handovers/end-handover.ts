import { createHash } from 'node:crypto'
import { passwordHolds } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { forgetFailures, passwordHashOf } from '../people/store.ts'
import { countTry } from '../people/tries-store.ts'
import { insertEnding, isHandedHere } from './store.ts'

const reach = { whileHandedOver: true }

/** Wrong passwords are counted like those at the door: a child who tries them all gets nowhere. */
export async function endHandover(
  { ground, asker }: Doorstep,
  input: { id: string; password: string },
): Promise<void> {
  if (!asker) throw new Refusal('not_signed_in')
  const { accountId } = await asViewer(
    ground,
    asker,
    async (context) => {
      if (!(await isHandedHere(context, input.id))) throw new Refusal('not_found')
      return context.viewer
    },
    reach,
  )
  const nameHash = createHash('sha256').update(`password ${accountId}`).digest()
  await countTry(ground, nameHash)
  await asViewer(
    ground,
    asker,
    async (context) => {
      const hash = await passwordHashOf(context.db, context.viewer.accountId)
      if (!(await passwordHolds(input.password, hash))) throw new Refusal('wrong_password')
      if (!(await insertEnding(context, input.id))) throw new Refusal('not_found')
    },
    reach,
  )
  await forgetFailures(ground.database, nameHash)
}
