import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { hashOfToken, newToken } from '../platform/session-token.ts'
import { asViewer } from '../platform/transaction.ts'
import type { OpenClassDevice } from './contract.ts'
import { keepClassDevice } from './door-store.ts'

/** The device is given a token of its own, which opens nothing: it lets cards of this class be tried here. */
export async function openClassDevice(
  doorstep: Doorstep,
  input: InputOf<typeof OpenClassDevice>,
): Promise<void> {
  const { ground, asker, device } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  const token = newToken()
  const closesAt = await asViewer(ground, asker, (context) =>
    keepClassDevice(context, { ...input, device, tokenHash: hashOfToken(token) }),
  )
  if (!closesAt) throw new Refusal('not_found')
  const seconds = Math.ceil((closesAt.getTime() - ground.now().getTime()) / 1000)
  doorstep.setClassToken(token, seconds)
}
