import { newId } from '../platform/new-id.ts'
import type { Doorstep } from '../platform/route.ts'
import { hashOfToken, newToken } from '../platform/session-token.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { endSessionBefore, type FoundAccount, insertSession } from './store.ts'

const sessionDays = 14

type ByCard = { cardId: string; classDeviceId: string; minutes: number }

/** Opens a session for whoever has shown who they are, and gives this device its token. */
export async function openSession(
  doorstep: Doorstep,
  account: Pick<FoundAccount, 'accountId' | 'personId' | 'districtId'>,
  {
    byCard,
    providerId,
    asksPassword = false,
  }: { byCard?: ByCard; providerId?: string; asksPassword?: boolean } = {},
): Promise<void> {
  const now = doorstep.ground.now()
  const token = newToken()
  const minutes = byCard?.minutes ?? sessionDays * 24 * 60
  const session = {
    id: newId(),
    account,
    tokenHash: hashOfToken(token),
    device: doorstep.device,
    now,
    asksPassword,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
    ...(providerId === undefined ? {} : { providerId }),
    ...(byCard === undefined ? {} : { byCard: { ...byCard, lastsSeconds: minutes * 60 } }),
  }
  await asTheSystem(
    doorstep.ground,
    { reason: 'sign in', districtId: account.districtId },
    async ({ db }) => {
      await endSessionBefore(db, doorstep.asker?.tokenHash, now)
      await insertSession(db, session)
    },
  )
  doorstep.setToken(token)
}
