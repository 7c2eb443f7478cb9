import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { ReviseOwnPrompt } from './contract.ts'

type Revised = InputOf<typeof ReviseOwnPrompt>

/** How it stands now, before it is put differently; nothing when it stands otherwise already. */
export async function keepEarlierPrompt({ db }: Context, id: string, revision: number): Promise<void> {
  await sql`
    insert into own_prompt_revision (own_prompt_id, district_id, revision, stage, band, words, french, written_by, written_at)
    select id, district_id, revision, stage, band, words, french, coalesce(revised_by, added_by), coalesce(revised_at, added_at)
    from own_prompt where id = ${id} and revision = ${revision} for update
    on conflict do nothing`.execute(db)
}

/** Moves the question on to its new revision, if it still stands where its writer saw it. */
export async function advanceOwnPrompt({ db, viewer, now }: Context, input: Revised): Promise<boolean> {
  const result = await db
    .updateTable('own_prompt')
    .set({
      revision: input.revision,
      stage: input.stage ?? null,
      band: input.band ?? null,
      words: input.words,
      french: input.french,
      revised_by: viewer.personId,
      revised_at: now,
    })
    .where('id', '=', input.id)
    .where('revision', '=', input.revision - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether it is the one being sent again, by the same hand. */
export async function isSamePrompt({ db, viewer }: Context, input: Revised): Promise<boolean> {
  const found = await sql<{ same: boolean }>`
    select exists (
      select 1 from (
        select id, revision, stage, band, words, french, revised_by as by from own_prompt
        union all
        select own_prompt_id, revision, stage, band, words, french, written_by from own_prompt_revision) o
      where o.id = ${input.id} and o.revision = ${input.revision} and o.by = ${viewer.personId}
        and o.words = ${input.words} and o.french = ${input.french}
        and o.stage is not distinct from ${input.stage ?? null} and o.band is not distinct from ${input.band ?? null}) as same`.execute(
    db,
  )
  return found.rows[0]?.same ?? false
}
