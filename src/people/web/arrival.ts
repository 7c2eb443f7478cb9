import { forgetKeptWork } from '../../platform/web/service-worker-registration.ts'
import { call } from '../../platform/web/client.ts'
import { NetworkAway } from '../../platform/web/refusal.ts'
import { GetMe, SignIn } from '../contract.ts'
import { noteLeaving } from './leaving.ts'
import type { Me } from './me.tsx'

export type Keys = { username: string; password: string }

const patience = 15_000
const keptIn = 'cairn.username'
let justSignedIn = false

/** Signs in and answers who that is. Gives up after a while: a person waiting at a door is told so. */
export async function arrive(keys: Keys): Promise<Me> {
  const signal = AbortSignal.timeout(patience)
  try {
    await call(SignIn, { body: keys }, { quietly: true, signal })
    const me = await call(GetMe, {}, { quietly: true, signal })
    noteLeaving(false)
    sessionStorage.setItem(keptIn, keys.username)
    justSignedIn = true
    return me
  } catch (cause) {
    throw signal.aborted ? new NetworkAway(cause) : cause
  }
}

/** For the dialog that lets the same person in again, in this tab only. */
export function usernameHere(): string {
  return sessionStorage.getItem(keptIn) ?? ''
}

export function wasJustSignedIn(): boolean {
  return justSignedIn
}

/** Somebody else is here now: nothing of the one before may be found. */
export async function startAfresh(): Promise<void> {
  await forgetKeptWork().catch(() => undefined)
  location.assign('/')
}
