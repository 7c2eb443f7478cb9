import { person } from '../access/relations.ts'
import { deletionsOf } from '../deletions/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { seesReflection } from '../reflections/policy.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import type { ClaimAudience } from './claim.ts'
import type { MakeClaim } from './contract.ts'
import { isInForce } from './pointed-store.ts'

type Made = InputOf<typeof MakeClaim>
export type SaidClaim = Pick<Made, 'words' | 'profile' | 'reflection' | 'parts' | 'evidence'> & {
  id: string
  learnerId: string
  competencyId: string
  revision: number
}

/** False when the id is taken already. */
export async function insertClaim(context: Context, claim: Made & { learnerId: string }): Promise<boolean> {
  const { db, viewer, made } = context
  const result = await db
    .insertInto('claim')
    .values({
      id: claim.id,
      district_id: viewer.districtId,
      learner_id: claim.learnerId,
      competency_id: claim.competencyId,
      made_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await insertRevision(context, { ...claim, revision: 1 })
  return true
}

export async function insertRevision({ db, viewer, now }: Context, said: SaidClaim): Promise<void> {
  const ids = { claim_id: said.id, district_id: viewer.districtId, revision: said.revision }
  const { number = null, language = null } = said.profile ?? {}
  await sql`
    insert into claim_revision (claim_id, district_id, learner_id, revision, words, profile, profile_words, reflection,
      written_by, written_at)
    values (${said.id}::uuid, ${viewer.districtId}::uuid, ${said.learnerId}::uuid, ${said.revision}, ${said.words}, ${number},
      coalesce((select f.statement from profile f where f.competency_id = ${said.competencyId}::uuid
        and f.number = ${number} and f.language = ${language}), ''),
      ${said.reflection}, ${viewer.personId}::uuid, ${now}::timestamptz)`.execute(db)
  if (said.parts.length > 0) {
    const parts = said.parts.map(({ mediaId, alt }, position) => ({
      ...ids,
      position,
      media_id: mediaId,
      alt,
    }))
    await db.insertInto('claim_part').values(parts).execute()
  }
  if (said.evidence.length > 0) {
    const shown = said.evidence.map((one, position) => ({ ...ids, position, ...columnsOf(one) }))
    await db.insertInto('claim_evidence').values(shown).execute()
  }
}

function columnsOf(one: Made['evidence'][number]) {
  const none = { piece_id: null, iteration_id: null, reflection_id: null, place: null, words: '' }
  if ('place' in one) return { ...none, place: one.place, words: one.words }
  if ('reflectionId' in one) return { ...none, reflection_id: one.reflectionId }
  return { ...none, piece_id: one.pieceId, iteration_id: one.iterationId ?? null }
}

/** Moves the claim on to its new revision, if it still stands where the writer saw it. */
export async function advanceClaim({ db }: Context, id: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('claim')
    .set({ revision: to })
    .where('id', '=', id)
    .where('revision', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether the revision that is there already is the one being sent again, by the same hand. */
export async function isSameClaim({ db, viewer }: Context, said: SaidClaim): Promise<boolean> {
  const parts = JSON.stringify(said.parts.map(({ mediaId, alt }) => [mediaId, alt]))
  const shown = said.evidence.map(columnsOf)
  const evidence = JSON.stringify(
    shown.map((one) => [one.piece_id, one.iteration_id, one.reflection_id, one.place, one.words]),
  )
  const found = await sql<{ same: boolean }>`
    select (k.competency_id, v.words, v.profile, v.reflection) is not distinct from
        (${said.competencyId}::uuid, ${said.words}, ${said.profile?.number ?? null}::int, ${said.reflection})
      and coalesce((select jsonb_agg(jsonb_build_array(t.media_id, t.alt) order by t.position) from claim_part t
        where t.claim_id = k.id and t.revision = v.revision), '[]') = ${parts}::jsonb
      and coalesce((select jsonb_agg(jsonb_build_array(x.piece_id, x.iteration_id, x.reflection_id, x.place, x.words)
        order by x.position) from claim_evidence x where x.claim_id = k.id and x.revision = v.revision), '[]') = ${evidence}::jsonb
      as same
    from claim k join claim_revision v on v.claim_id = k.id
    where k.id = ${said.id} and v.revision = ${said.revision} and v.written_by = ${viewer.personId}::uuid`.execute(
    db,
  )
  return found.rows[0]?.same ?? false
}

/** How many of these files may stand in this claim: the viewer's own, and those it already holds. */
export async function countUsableFiles(
  { db, viewer }: Context,
  claimId: string,
  mediaIds: string[],
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${mediaIds}::uuid[]) and (
      m.uploaded_by = ${viewer.personId}::uuid or exists (
        select 1 from claim_part t where t.media_id = m.id and t.claim_id = ${claimId}))`.execute(db)
  return found.rows[0]?.count ?? 0
}

/**
 * Whether the competency is in force (or is the one it stood at), the statement is one the district has loaded,
 * and all the evidence is the learner's own and the writer's to see.
 */
export async function pointsAtTheirs({ db, viewer }: Context, said: SaidClaim): Promise<boolean> {
  const me = person(viewer.personId)
  const rows = JSON.stringify(said.evidence.map(columnsOf))
  const { number = null, language = null } = said.profile ?? {}
  const found = await sql<{ theirs: boolean }>`
    select exists (select 1 from competency c where c.id = ${said.competencyId}
        and (${said.revision} > 1 or ${isInForce}))
      and (${number}::int is null or exists (select 1 from profile f where f.competency_id = ${said.competencyId}
        and f.number = ${number} and f.language = ${language}))
      and coalesce((select bool_and(case
          when x.place is not null then true
          when x.reflection_id is not null then exists (select 1 from standing_reflection r
            where r.id = x.reflection_id and r.learner_id = ${said.learnerId} and ${seesReflection(me)})
          else exists (select 1 from piece p where p.id = x.piece_id and p.learner_id = ${said.learnerId}
              and ${seesPiece(me)} and (${said.revision} > 1 or not ${isDeleted}))
            and (x.iteration_id is null or exists (
              select 1 from iteration i where i.id = x.iteration_id and i.piece_id = x.piece_id)) end)
        from json_to_recordset(${rows}::json) as x (piece_id uuid, iteration_id uuid, reflection_id uuid, place text)), true)
      as theirs`.execute(db)
  return found.rows[0]?.theirs ?? false
}

/** Exactly these audiences from now on; those that were there stay as they were. */
export async function setAudiences(
  { db, viewer, now }: Context,
  claimId: string,
  audiences: readonly ClaimAudience[],
): Promise<void> {
  await sql`
    update claim_share set withdrawn_by = ${viewer.personId}::uuid, withdrawn_at = ${now}::timestamptz
    where claim_id = ${claimId} and withdrawn_at is null and audience <> all(${[...audiences]}::text[])`.execute(
    db,
  )
  await sql`
    insert into claim_share (claim_id, district_id, audience, shared_by, shared_at)
    select ${claimId}::uuid, ${viewer.districtId}::uuid, wanted, ${viewer.personId}::uuid, ${now}::timestamptz
    from unnest(${[...audiences]}::text[]) wanted where not exists (
      select 1 from claim_share a where a.claim_id = ${claimId} and a.audience = wanted and a.withdrawn_at is null)
    on conflict do nothing`.execute(db)
}

export const claimDeletions = deletionsOf('claim', 'claim_id')
