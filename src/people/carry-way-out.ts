import { z } from 'zod'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'

/** What a browser carries from here to where its person also signs out: the session that has just ended here. */
const WayOut = z.object({ sessionId: z.string(), providerId: z.string(), until: z.number() })
export type WayOut = z.infer<typeof WayOut>

const place = 'on the way out'
const minutes = 10

export function wayOutOf(secret: string, session: Omit<WayOut, 'until'>, now: Date): string {
  const way: WayOut = { ...session, until: now.getTime() + minutes * 60_000 }
  const ticket = sealSecret(secret, place, JSON.stringify(way)).toString('base64url')
  return `/door/${session.providerId}/leaving?ticket=${ticket}`
}

export function openWayOut(secret: string, ticket: unknown, now: Date): WayOut | undefined {
  const words =
    typeof ticket === 'string' ? openSecret(secret, place, Buffer.from(ticket, 'base64url')) : undefined
  const way = words === undefined ? undefined : WayOut.parse(JSON.parse(words))
  return way !== undefined && way.until > now.getTime() ? way : undefined
}
