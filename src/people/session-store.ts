import { newId } from '../platform/new-id.ts'
import type { Doorstep } from '../platform/route.ts'
import { hashOfToken, newToken } from '../platform/session-token.ts'
import { asTheSystem, type SystemContext } from '../platform/transaction.ts'
import { endSessionBefore, type FoundAccount, insertSession } from './store.ts'

const sessionDays = 14
/** As long as it takes to think of a password: whoever has to choose one holds one that others know. */
const choosingMinutes = 30

type ByCard = { cardId: string; classDeviceId: string; minutes: number }

type Opening = {
  byCard?: ByCard
  providerId?: string
  asksPassword?: boolean
  /** what is kept with the session or not at all */
  alongside?: (context: SystemContext, sessionId: string) => Promise<void>
}

/** Opens a session for whoever has shown who they are, and gives this device its token. */
export async function openSession(
  doorstep: Doorstep,
  account: Pick<FoundAccount, 'accountId' | 'personId' | 'districtId'>,
  { byCard, providerId, asksPassword = false, alongside }: Opening = {},
): Promise<void> {
  const now = doorstep.ground.now()
  const token = newToken()
  const minutes = byCard?.minutes ?? (asksPassword ? choosingMinutes : sessionDays * 24 * 60)
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
    async (context) => {
      await endSessionBefore(context.db, doorstep.asker?.tokenHash, now)
      await insertSession(context.db, session)
      await alongside?.(context, session.id)
    },
  )
  doorstep.setToken(token)
}
