import type { Storage } from '../files/storage.ts'
import type { FilmEngine } from '../films/film-engine.ts'
import type { Senders } from '../mail/message.ts'

/** Where the jobs of the worker work: what is theirs besides the ground. */
export type Workplace = {
  storage: Storage
  films: FilmEngine | undefined
  senders: Senders
  origin: string
  linkStands: readonly string[] | undefined
  linkTurn: number | undefined
}
