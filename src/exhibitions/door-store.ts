import { type Database, sql, type Transaction } from '../platform/database.ts'
import type { ExhibitionState } from './exhibition.ts'

export type ShownStand = {
  id: string
  placeId: string | null
  /** of those who are not shown to guests there is a place and nothing else */
  title?: string
  fromMinute?: number | null
  toMinute?: number | null
  showcaseId?: string
  givenName?: string
  familyName?: string
}

/** What the door must know of an event, for somebody who came with its link. */
export type BehindExhibition = {
  id: string
  districtId: string
  state: ExhibitionState
  title: string
  words: string
  heldOn: string
  fromMinute: number
  toMinute: number
  timeZone: string
  closesAt: Date
  places: { id: string; name: string; row?: number; column?: number }[]
  stands: ShownStand[]
  cards: { standId: string; words: string }[]
}

/** One statement, before any district is known; nothing of it is remembered, so that ending it works at once. */
export async function lookAtExhibition(
  db: Database,
  id: string,
  now: Date,
): Promise<BehindExhibition | undefined> {
  const found = await sql<BehindExhibition>`
    select ${id} as id, district_id as "districtId", state, title, words, held_on as "heldOn", from_minute as "fromMinute",
      to_minute as "toMinute", time_zone as "timeZone", closes_at as "closesAt", places, stands, cards
    from exhibition_behind(${id}::uuid, ${now}::timestamptz)`.execute(db)
  return found.rows[0]
}

/** Adds to the days' counts what was counted since the last time. */
export async function addExhibitionUses(
  db: Transaction,
  districtId: string,
  uses: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = JSON.stringify([...uses].map(([id, times]) => ({ id, times })))
  await sql`
    insert into exhibition_use (exhibition_id, district_id, used_on, times)
    select x.id, ${districtId}::uuid, cairn_today(), u.times
    from jsonb_to_recordset(${rows}::jsonb) u(id uuid, times integer) join exhibition x on x.id = u.id
    on conflict (exhibition_id, used_on) do update set times = exhibition_use.times + excluded.times`.execute(
    db,
  )
}
