import { createHmac, timingSafeEqual } from 'node:crypto'
import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { bytesOfId } from '../platform/id-form.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { idBehind, tokenFor } from '../showcases/hand-link.ts'
import type { GetPass, HandPass } from './contract.ts'
import { pinDigits } from './defense.ts'
import { insertPass, isHandedAlready, markPassWithdrawn, passFor } from './pass-store.ts'
import { attemptFor } from './store.ts'

/** Made as the link of a showcase is and kept nowhere; the PIN is made of the same secret. */
export const panelPath = (secret: string, passId: string): string =>
  `/guest/panel/${tokenFor(secret, passId, 'panel')}`
export const passBehind = (secret: string, token: string) => idBehind(secret, token, 'panel')

export function panelPin(secret: string, passId: string): string {
  const number = createHmac('sha256', secret).update('panel pin ').update(bytesOfId(passId)).digest()
  return String(number.readBigUInt64BE() % BigInt(10 ** pinDigits)).padStart(pinDigits, '0')
}

export function panelPinHolds(secret: string, passId: string, typed: string): boolean {
  const [right, given] = [Buffer.from(panelPin(secret, passId)), Buffer.from(typed.replaceAll(/[\s.-]/g, ''))]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** A teacher of the learner lets one named guest in. Handed on anew, the link before it opens nothing more. */
export async function handPass(context: Context, input: InputOf<typeof HandPass>): Promise<void> {
  // sent again after it was taken back, it stays taken back
  if (await isHandedAlready(context, input)) return
  const found = await attemptFor(context, input.attemptId, 'handPass')
  demand(found)
  const seat = found?.panel.find(({ id }) => id === input.panelistId)
  if (seat?.guest === undefined) throw new InvalidInput({ panelistId: 'no_guest' })
  if (!(await insertPass(context, input, seat.guest))) throw new Refusal('id_taken')
}

export async function tellPass({ ground, asker }: Doorstep, id: string): Promise<OutputOf<typeof GetPass>> {
  if (!asker) throw new Refusal('not_signed_in')
  const found = await asViewer(ground, asker, (context) => passFor(context, id))
  demand(found)
  if (found?.isWithdrawn) throw new Refusal('not_found')
  return { path: panelPath(ground.secret, id), pin: panelPin(ground.secret, id) }
}

export async function withdrawPass(context: Context, id: string): Promise<void> {
  demand(await passFor(context, id))
  await markPassWithdrawn(context, id)
}
