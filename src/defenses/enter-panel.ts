import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpOptions } from '../platform/http.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { passFor, passHolds } from '../showcases/hand-link.ts'
import { countPanelPin, forgetPanelPins, type Panel } from './door-store.ts'
import { panelPath, panelPin, panelPinHolds } from './hand-pass.ts'

const cookieName = 'cairn-panel'

/** Whether this browser said the PIN of this link in the last hours. */
export function isLetIn(ground: Ground, request: FastifyRequest, passId: string): boolean {
  const of = { showcaseId: passId, passcodeHash: panelPin(ground.secret, passId) }
  return passHolds(ground.secret, request.cookies[cookieName], of, ground.now())
}

type Entering = { panel: Panel; districtId: string; options: HttpOptions }

/** Lets a guest in who says the PIN; undefined when none was said. */
export async function enterPanel(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  { panel: { passId }, districtId, options }: Entering,
): Promise<boolean | undefined> {
  const { pin } = (request.body ?? {}) as { pin?: unknown }
  if (typeof pin !== 'string') return undefined
  const why = { reason: 'a PIN of a panel’s guest', districtId }
  const right = await asTheSystem(ground, why, async ({ db }) => {
    if (!(await countPanelPin(db, passId))) return false
    if (!panelPinHolds(ground.secret, passId, pin.slice(0, 40))) return false
    await forgetPanelPins(db, passId)
    return true
  })
  if (!right) return false
  const kept = passFor(ground.secret, passId, panelPin(ground.secret, passId), ground.now())
  reply.setCookie(cookieName, kept, {
    path: panelPath(ground.secret, passId),
    httpOnly: true,
    sameSite: 'lax',
    secure: options.origin.startsWith('https:'),
  })
  return true
}
