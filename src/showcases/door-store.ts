import type { CopyContent } from '../collections/copy-store.ts'
import { type Database, sql, type Transaction } from '../platform/database.ts'
import type { ShowcaseState } from './showcase.ts'

/** What the door must know of a showcase, for somebody who came with its link. */
export type Behind = {
  districtId: string
  learnerId: string
  copyId: string | null
  state: ShowcaseState
  closesAt: Date
  timeZone: string
  passcodeHash: string | null
  givenName: string
  familyName: string
  /** what of its copy is not shown any more */
  resting: string[]
}

/** One statement, before any district is known; nothing of it is remembered, so that withdrawal works at once. */
export async function lookBehind(db: Database, id: string, now: Date): Promise<Behind | undefined> {
  const found = await sql<Behind>`
    select district_id as "districtId", learner_id as "learnerId", copy_id as "copyId", state, closes_at as "closesAt",
      time_zone as "timeZone", passcode_hash as "passcodeHash", given_name as "givenName", family_name as "familyName", resting
    from showcase_behind(${id}::uuid, ${now}::timestamptz)`.execute(db)
  return found.rows[0]
}

export async function readCopyContent(db: Transaction, copyId: string): Promise<CopyContent | undefined> {
  const found = await sql<{ content: CopyContent }>`
    select content from collection_copy where id = ${copyId}`.execute(db)
  return found.rows[0]?.content
}

/** What is said in a recording, as it stood when it was agreed to. */
export async function saidIn(
  db: Transaction,
  { mediaId, revision }: { mediaId: string; revision: number },
): Promise<{ words: string; captions: string } | undefined> {
  const found = await sql<{ words: string; captions: string }>`
    select body as words, captions from transcript where media_id = ${mediaId} and revision = ${revision}`.execute(
    db,
  )
  return found.rows[0]
}

/** Adds to the days' counts what was counted since the last time. */
export async function addUses(
  db: Transaction,
  districtId: string,
  uses: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = JSON.stringify([...uses].map(([id, times]) => ({ id, times })))
  await sql`
    insert into showcase_use (showcase_id, district_id, used_on, times)
    select s.id, ${districtId}::uuid, cairn_today(), u.times
    from jsonb_to_recordset(${rows}::jsonb) u(id uuid, times integer) join showcase s on s.id = u.id
    on conflict (showcase_id, used_on) do update set times = showcase_use.times + excluded.times`.execute(db)
}
