import type { Transaction } from './database.ts'
import type { Made } from './made.ts'

/** Who is asking. Everything is read and written through the eyes of a viewer. */
export type Viewer = {
  personId: string
  districtId: string
  accountId: string
  sessionId: string
  /** by which a district lets somebody of whoever hosts Cairn look, while it does */
  supportGrantId?: string | null
}

/**
 * All a use case knows of the world: who asks, the open transaction, what time it is, how to tell, and when what
 * is being kept was made on the device that sends it.
 */
export type Context = { viewer: Viewer; db: Transaction; now: Date; tell: Tell; made: Made }

/**
 * Says that something happened, in the transaction in which it happened: the job that follows from it is
 * kept if and only if the change is.
 */
export type Tell = (event: EventName, subject: Subject) => Promise<void>

/** Every event carries its district, because whoever follows it up works behind the same wall. */
export type Subject = { districtId: string; id: string }

export const eventNames = [
  'media.arrived',
  'film.cleaned',
  'link.kept',
  'message.queued',
  'hook.called',
  'night.fell',
] as const
export type EventName = (typeof eventNames)[number]
