import { demand } from '../access/may.ts'
import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { idBehind, tokenFor } from '../showcases/hand-link.ts'
import type { GetExhibitionLinks } from './contract.ts'
import { exhibitionFor } from './store.ts'

/** A guest's pass and the kiosk's are made as the link of a showcase is, and open nothing of each other. */
export const guidePath = (secret: string, id: string): string =>
  `/guest/event/${tokenFor(secret, id, 'exhibition')}`
export const kioskPath = (secret: string, id: string): string =>
  `/guest/kiosk/${tokenFor(secret, id, 'kiosk')}`

export const exhibitionBehindPass = (secret: string, token: string) => idBehind(secret, token, 'exhibition')
export const exhibitionBehindKiosk = (secret: string, token: string) => idBehind(secret, token, 'kiosk')

export async function handPasses(
  { ground, asker }: Doorstep,
  id: string,
): Promise<OutputOf<typeof GetExhibitionLinks>> {
  if (!asker) throw new Refusal('not_signed_in')
  const found = await asViewer(ground, asker, (context) => exhibitionFor(context, id, 'link'))
  demand(found)
  return {
    path: guidePath(ground.secret, id),
    kioskPath: kioskPath(ground.secret, id),
    closesAt: found?.closesAt.toISOString() ?? '',
  }
}
