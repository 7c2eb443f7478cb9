import { sql, type Transaction } from '../platform/database.ts'

export type Slip = {
  id: string
  standId: string
  words: string
  signed: string
  file?: { mediaId: string; digest: Buffer } | undefined
}

/** Whether it is kept now, was kept before, or something else has its id. */
export async function insertSlip(
  db: Transaction,
  { id, standId, words, signed, file }: Slip,
  { districtId, now }: { districtId: string; now: Date },
): Promise<'kept' | 'there' | 'other'> {
  const digest = file?.digest ?? null
  const made = await sql`
    insert into slip (id, district_id, stand_id, words, signed, written_at, media_id, digest)
    values (${id}, ${districtId}, ${standId}, ${words}, ${signed}, ${now}::timestamptz, ${file?.mediaId ?? null}, ${digest})
    on conflict (id) do nothing returning id`.execute(db)
  if (made.rows.length > 0) return 'kept'
  const same = await sql`
    select 1 from slip where id = ${id} and stand_id = ${standId} and words = ${words} and signed = ${signed}
      and digest is not distinct from ${digest}::bytea`.execute(db)
  return same.rows.length > 0 ? 'there' : 'other'
}

/** How many slips, and how many with a file, came lately: to this learner and at the whole event. */
export async function countLately(db: Transaction, standId: string, since: Date) {
  const found = await sql<{ stand: number; exhibition: number; files: number }>`
    select count(*) filter (where g.stand_id = ${standId})::integer as stand, count(*)::integer as exhibition,
      count(g.media_id)::integer as files
    from slip g join stand t on t.id = g.stand_id
    where g.written_at > ${since}::timestamptz
      and t.exhibition_id = (select o.exhibition_id from stand o where o.id = ${standId})`.execute(db)
  return found.rows[0] ?? { stand: 0, exhibition: 0, files: 0 }
}
