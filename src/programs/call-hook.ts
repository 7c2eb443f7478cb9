import { askOutside } from '../platform/outside.ts'
import { openSecret } from '../platform/sealed-secret.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { noteCall, type WaitingCall, waitingCall } from './hook-store.ts'
import { signedHeaders } from './sign-call.ts'

export const placeOfHookSecret = (id: string) => `hook ${id}`

type Calling = { districtId: string; id: string }

/**
 * Tries once, and says what was wrong, if anything. No transaction is open while the other side thinks; after a
 * crash in between it is sent again under the same id, which its reader is told to expect.
 */
export async function callHook(ground: Ground, { districtId, id }: Calling): Promise<string | undefined> {
  const why = { reason: 'tell a program', districtId }
  const call = await asTheSystem(ground, why, ({ db }) => waitingCall(db, id))
  if (!call) return undefined
  const trouble = await send(ground, id, call)
  await asTheSystem(ground, why, ({ db, now }) => noteCall(db, { id, trouble, now }))
  ground.log.info({ call: id, trouble }, 'a program was told')
  return trouble
}

async function send(ground: Ground, id: string, call: WaitingCall): Promise<string | undefined> {
  const secret = openSecret(ground.secret, placeOfHookSecret(call.hookId), call.sealed)
  const url = URL.parse(call.address)
  if (secret === undefined || !url) return 'no secret'
  const said = { type: call.event, timestamp: call.happenedAt.toISOString(), data: call.subject }
  const body = JSON.stringify(said)
  const headers = signedHeaders(secret, { id, body, at: ground.now() })
  const bounds = { bytes: 64 * 1024, local: ground.localAddresses ?? false }
  return askOutside(url, { method: 'POST', headers, body }, bounds).then(
    ({ status }) => (status >= 200 && status < 300 ? undefined : String(status)),
    () => 'not reached',
  )
}
