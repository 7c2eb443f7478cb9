import { may } from '../access/may.ts'
import { isLearner, person } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { mayScribe, seesReflection } from '../reflections/policy.ts'
import { isDeleted, knowsLearner, seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListClaimRevisions, ListClaims, ListDeletedClaims } from './contract.ts'
import { pointedJson } from './pointed-store.ts'
import { claimActs, seesClaim } from './policy.ts'

const partsJson = (revision: RawBuilder<number>) => sql`(
  select coalesce(json_agg(json_build_object('alt', t.alt,
    'media', (select ${mediaJson} from media m where m.id = t.media_id)) order by t.position), '[]')
  from claim_part t where t.claim_id = k.id and t.revision = ${revision})`

/** Evidence is named where the viewer may see it; the claim they may read all the same. */
const evidenceJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object(
    'piece', (select json_build_object('id', p.id, 'title', p.title) from piece p
      where p.id = x.piece_id and ${seesPiece(me)} and not ${isDeleted}),
    'iteration', (select json_build_object('id', i.id, 'number', i.number) from iteration i join piece p on p.id = i.piece_id
      where i.id = x.iteration_id and ${seesPiece(me)} and not ${isDeleted}),
    'reflection', (select json_build_object('id', r.id, 'words', left(v.body, 240)) from standing_reflection r
      join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision
      where r.id = x.reflection_id and ${seesReflection(me)}),
    'place', x.place, 'words', x.words) order by x.position), '[]')
  from claim_evidence x where x.claim_id = k.id and x.revision = k.revision)`

const profileJson = sql`case when v.profile is not null then
  json_build_object('number', v.profile, 'words', v.profile_words) end`

/** A row of claim `k` with its present revision `v`. */
const claimJson = (me: RawBuilder<string>): RawBuilder<string> => sql<string>`json_build_object(
  'id', k.id, 'learner', ${personJson(sql<string>`k.learner_id`)},
  'scribe', case when v.written_by <> k.learner_id then ${personJson(sql<string>`v.written_by`)} end,
  'competency', ${pointedJson(sql<string>`k.competency_id`)}, 'words', v.words,
  'profile', ${profileJson}, 'reflection', v.reflection, 'parts', ${partsJson(sql<number>`k.revision`)}, 'evidence', ${evidenceJson(me)},
  'madeAt', k.made_at, 'revision', k.revision,
  'audiences', (select coalesce(json_agg(distinct a.audience), '[]') from claim_share a
    where a.claim_id = k.id and a.withdrawn_at is null),
  'may', ${may(claimActs(me))})`

const present = sql`join claim_revision v on v.claim_id = k.id and v.revision = k.revision`
const mostClaims = 300

export function readClaims(
  { db, viewer }: Context,
  learnerId: string,
): Promise<JsonText<OutputOf<typeof ListClaims>>> {
  const me = person(viewer.personId)
  const learner = person(learnerId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('learner', ${personJson(learner)},
        'claims', coalesce((select json_agg(${claimJson(me)} order by k.made_at desc, k.id desc)
          from (select * from standing_claim k where k.learner_id = ${learner} and ${seesClaim(me)}
            order by k.made_at desc limit ${mostClaims}) k ${present}), '[]'),
        'may', ${may({ claim: isLearner(me, learner), scribe: mayScribe(me, learner) })})::text as json
      from person y where y.id = ${learner} and ${knowsLearner(me, learner)}`,
  )
}

export function readDeletedClaims({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListDeletedClaims>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object(
        'erasedOn', (d.deleted_at + ${restorableDays} * interval '1 day')::date,
        'claim', ${claimJson(me)}) order by d.deleted_at desc), '[]')::text as json
      from claim_deletion d join claim k on k.id = d.claim_id ${present}
      where d.restored_at is null and ${isLearner(me, sql<string>`k.learner_id`)}`,
  )
}

export function readEarlierClaims(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListClaimRevisions>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select (select json_agg(json_build_object('revision', v.revision, 'writtenAt', v.written_at,
          'writtenBy', ${personJson(sql<string>`v.written_by`)}, 'words', v.words, 'profile', ${profileJson},
          'reflection', v.reflection, 'parts', ${partsJson(sql<number>`v.revision`)}) order by v.revision desc)
        from claim_revision v where v.claim_id = k.id)::text as json
      from standing_claim k where k.id = ${id} and ${isLearner(person(viewer.personId), sql<string>`k.learner_id`)}`,
  )
}

type ClaimAct = keyof ReturnType<typeof claimActs>

export type FoundClaim = { allowed: boolean; learnerId: string; competencyId: string; revision: number }

/** Finds a claim for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function claimFor(
  { db, viewer }: Context,
  id: string,
  act: ClaimAct,
): Promise<FoundClaim | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundClaim>`
    select ${claimActs(me)[act]} as allowed, k.learner_id as "learnerId", k.competency_id as "competencyId", k.revision
    from claim k where k.id = ${id} and ${seesClaim(me)}`.execute(db)
  return found.rows[0]
}
