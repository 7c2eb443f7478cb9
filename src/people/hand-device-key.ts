import { createHmac } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import type { GetDeviceKey } from './contract.ts'
import { mergedInto } from './person-store.ts'

const reach = { whileChoosing: true, forSupport: true }

/**
 * Hands somebody signed in the key to what their devices keep for them, the same every time and different for
 * everybody: nothing is stored, and whoever cannot sign in cannot have it.
 */
export async function handDeviceKey({ ground, asker }: Doorstep): Promise<OutputOf<typeof GetDeviceKey>> {
  if (!asker) throw new Refusal('not_signed_in')
  const keyOf = (id: string) => createHmac('sha256', ground.secret).update(`device ${id}`).digest('base64url')
  const hand = async ({ db, viewer: { personId } }: Context) => {
    const merged = (await mergedInto(db, personId)).map((id) => ({ personId: id, key: keyOf(id) }))
    return { personId, key: keyOf(personId), merged }
  }
  return asViewer(ground, asker, hand, reach)
}
