import { askOutside } from '../platform/outside.ts'
import { openSecret } from '../platform/sealed-secret.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { noteCall, type WaitingCall, waitingCall } from './call-store.ts'
import { signedHeaders } from './sign-call.ts'

export const placeOfHookSecret = (id: string) => `hook ${id}`

type Calling = { districtId: string; id: string }

/** Tries one call, whatever else waits, and says what was wrong, if anything. */
export async function callHook(ground: Ground, { districtId, id }: Calling): Promise<string | undefined> {
  const why = { reason: 'tell a program', districtId }
  const call = await asTheSystem(ground, why, ({ db }) => waitingCall(db, id))
  if (!call) return undefined
  const trouble = await sendCall(ground, call)
  await asTheSystem(ground, why, ({ db, now }) => noteCall(db, { id, trouble, now }))
  return trouble
}

/**
 * No transaction is open while the other side thinks; after a crash in between it is sent again under the same id,
 * which its reader is told to expect. The trouble is a word that holds nothing the other side said.
 */
export async function sendCall(ground: Ground, call: WaitingCall): Promise<string | undefined> {
  const sealed = [call.sealed, ...(call.earlier ? [call.earlier] : [])]
  const secrets = sealed.map((one) => openSecret(ground.secret, placeOfHookSecret(call.hookId), one))
  const known = secrets.filter((one) => one !== undefined)
  const url = URL.parse(call.address)
  if (known.length === 0 || !url) return 'no secret'
  const said = { type: call.event, timestamp: call.happenedAt.toISOString(), data: call.subject }
  const body = JSON.stringify(said)
  const headers = signedHeaders(known, { id: call.id, body, at: ground.now() })
  const bounds = { bytes: 64 * 1024, local: ground.localAddresses ?? false, cut: true }
  const trouble = await askOutside(url, { method: 'POST', headers, body }, bounds).then(
    ({ status }) => (status >= 200 && status < 300 ? undefined : String(status)),
    () => 'not reached',
  )
  ground.log.info({ call: call.id, trouble }, 'a program was told')
  return trouble
}
