import type { Keys } from '../../device/web/vault.ts'
import { askAs, type CallOptions, call } from '../../platform/web/client.ts'
import { ApiRefusal, NetworkAway } from '../../platform/web/refusal.ts'
import { GetMe, SignIn } from '../contract.ts'
import { isLeaving, noteLeaving } from './leaving.ts'
import type { Me } from './me.tsx'
import { openAnew } from './opening.ts'
import { comeInWithoutNetwork, isKnownHere, settleVault } from './own-vault.ts'
import { finishLeaving } from './sign-out.ts'

export type { Keys }

const patience = 15_000
/** A tablet that knows the person does not let them wait at the door for a network that hardly answers. */
const patienceWhenKnown = 4_000
const keptIn = 'cairn.username'
let justSignedIn = false

/** Signs in and answers who that is; without a network, where this device has met the person before. */
export async function arrive(keys: Keys, code?: string): Promise<Me> {
  const before = askAs(undefined)
  const known = await isKnownHere(keys.username).catch(() => false)
  try {
    const me = await arriveAtServer({ ...keys, ...(code ? { code } : {}) }, known)
    void settleVault(me, keys).catch(() => undefined)
    await noteLeaving(false)
    return welcome(keys, me)
  } catch (cause) {
    askAs(before)
    if (cause instanceof ApiRefusal || !known) throw cause
    const me = await comeInWithoutNetwork(keys)
    if (!me) throw new ApiRefusal(401, 'wrong_sign_in', '')
    return welcome(keys, me)
  }
}

/** In otherwise than by a name and a password; the device knows no way of its own to let such people in. */
export async function arriveBy(signIn: (options: CallOptions) => Promise<unknown>): Promise<Me> {
  const before = askAs(undefined)
  const signal = AbortSignal.timeout(patience)
  const options = { quietly: true, once: true, signal }
  try {
    if (isLeaving()) await finishLeaving(options)
    await signIn(options)
    const me = await call(GetMe, {}, options)
    void settleVault(me).catch(() => undefined)
    await noteLeaving(false)
    return welcome({ username: '' }, me)
  } catch (cause) {
    askAs(before)
    throw signal.aborted ? new NetworkAway(cause) : cause
  }
}

async function arriveAtServer(keys: Keys & { code?: string }, known: boolean): Promise<Me> {
  const signal = AbortSignal.timeout(known ? patienceWhenKnown : patience)
  const options = { quietly: true, once: !navigator.onLine, signal }
  try {
    // whoever left while the server could not hear it leaves before the next one comes
    if (isLeaving()) await finishLeaving(options)
    await call(SignIn, { body: keys }, options)
    return await call(GetMe, {}, options)
  } catch (cause) {
    throw signal.aborted ? new NetworkAway(cause) : cause
  }
}

function welcome({ username }: Pick<Keys, 'username'>, me: Me): Me {
  askAs(me.id)
  openAnew()
  sessionStorage.setItem(keptIn, username)
  justSignedIn = true
  return me
}

/** For the dialog that lets the same person in again, in this tab only. */
export function usernameHere(): string {
  return sessionStorage.getItem(keptIn) ?? ''
}

export function wasJustSignedIn(): boolean {
  return justSignedIn
}

/** Somebody else is here now: a whole new page, with nothing of the one before in memory. */
export function startAfresh(): void {
  location.assign('/')
}
