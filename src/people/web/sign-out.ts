import { type CallOptions, call } from '../../platform/web/client.ts'
import { SignOut } from '../contract.ts'
import { doorHere } from './class-device.ts'
import { noteLeaving } from './leaving.ts'
import { shutVault } from './own-vault.ts'

const patience = 8_000

/**
 * Signs out here. Without a network the server cannot hear it: then this device remembers that the person left
 * and says so to the server before it shows anything to anybody.
 */
export async function signOut(): Promise<void> {
  await noteLeaving(true)
  await shutVault()
  const left = await finishLeaving()
  location.assign(left || doorHere())
}

/** For when the server already knows. A whole new page: nothing of the person stays in memory. */
export async function leaveHere(): Promise<void> {
  await shutVault()
  location.assign(doorHere())
}

/**
 * Tells the server what it could not be told before. Undefined while it does not know; then where their district's
 * own sign-out is offered, or nothing.
 */
export async function finishLeaving(options: CallOptions = {}): Promise<string | undefined> {
  try {
    const { wayOut } = await call(
      SignOut,
      {},
      { quietly: true, signal: AbortSignal.timeout(patience), ...options },
    )
    await noteLeaving(false)
    return wayOut ?? ''
  } catch {
    return undefined
  }
}
