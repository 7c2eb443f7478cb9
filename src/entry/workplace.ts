import { writeDigest } from '../digests/write-digest.ts'
import type { Storage } from '../files/storage.ts'
import type { FilmEngine } from '../films/film-engine.ts'
import type { Senders } from '../mail/message.ts'
import type { Writers } from '../mail/store.ts'
import type { Ground } from '../platform/transaction.ts'
import { writeTelling } from '../digests/write-telling.ts'
import { writeWelcome } from '../welcomes/write-welcome.ts'

/** Where the jobs of the worker work: what is theirs besides the ground. */
export type Workplace = {
  storage: Storage
  films: FilmEngine | undefined
  senders: Senders
  origin: string
  linkStands: readonly string[] | undefined
  linkTurn: number | undefined
}

/** Whoever has something told outside says what, at the moment it leaves. */
export const writersFor = ({ secret }: Ground, origin: string): Writers => ({
  digest: (context, message) => writeDigest(context, message, { origin, secret }),
  walkthrough: (context, message) => writeTelling(context, message, { origin, secret }),
  welcome: (context, message) => writeWelcome(context, message, { origin, secret }),
})
