import { person, type Someone, teaches } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import type { NewParts } from '../work/revision-store.ts'
import { filingActs, isBuiltUpon, isFromTablet, knowsFiling, mayPutBack } from './policy.ts'

type FiledAttempt = {
  allowed: boolean
  builtUpon: boolean
  pieceId: string
  learnerId: string
  fromTablet: boolean
}

/** An attempt the viewer filed, for an act: undefined when it is none of theirs. */
export async function filingFor({ db, viewer }: Context, iterationId: string, act: 'takeBack' | 'move') {
  const me = person(viewer.personId)
  const found = await sql<FiledAttempt>`
    select ${filingActs(me)[act]} as allowed, ${isBuiltUpon(me)} as "builtUpon", p.id as "pieceId",
      p.learner_id as "learnerId", ${isFromTablet} as "fromTablet"
    from iteration i join piece p on p.id = i.piece_id
    where i.id = ${iterationId} and ${knowsFiling(me)}`.execute(db)
  return found.rows[0]
}

export async function teachesLearner({ db, viewer }: Context, learnerId: string): Promise<boolean> {
  const found = await sql<{ teaches: boolean }>`
    select ${teaches(person(viewer.personId), person(learnerId))} as teaches`.execute(db)
  return found.rows[0]?.teaches === true
}

/** Which piece an attempt belongs to, for whoever filed it: asked to lock it before anything is decided. */
export async function pieceOfFiling(
  { db, viewer }: Context,
  iterationId: string,
): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select p.id from iteration i join piece p on p.id = i.piece_id
    where i.id = ${iterationId} and ${knowsFiling(person(viewer.personId))}`.execute(db)
  return found.rows[0]?.id
}

/** The name whoever filed it gave it. What its learner called their own work goes nowhere. */
const filedTitle = (me: Someone) => sql<string>`coalesce((
    select v.title from standing_response r join activity a on a.id = r.activity_id
    join activity_revision v on v.activity_id = a.id and v.revision = a.revision
    where r.piece_id = p.id and p.created_by <> ${me} limit 1),
  case when p.created_by = ${me} then coalesce((
    select e.title from earlier_title e where e.piece_id = p.id order by e.replaced_at limit 1), p.title) end, '')`

/** What the attempt holds and when it was made, to be filed as it is. */
export async function readFiled({ db, viewer }: Context, iterationId: string) {
  const found = await sql<{ title: string; madeAt: Date; claimedAt: Date | null; parts: NewParts }>`
    select ${filedTitle(person(viewer.personId))} as title, i.made_at as "madeAt", i.claimed_at as "claimedAt", (
      select json_agg(case t.kind
        when 'text' then json_strip_nulls(json_build_object('kind', 'text', 'text', t.body, 'rich', t.rich))
        when 'link' then json_build_object('kind', 'link', 'url', t.url, 'caption', t.caption)
        else json_build_object('kind', 'media', 'mediaId', t.media_id, 'caption', t.caption, 'alt', t.alt) end
        order by t.position)
      from part t where t.iteration_id = i.id and t.revision = i.revision) as parts
    from iteration i join piece p on p.id = i.piece_id where i.id = ${iterationId}`.execute(db)
  return found.rows[0]
}

/** Whom the viewer showed it to, as far as that can be for another learner: a class only when it is theirs too. */
export async function audiencesFor({ db, viewer }: Context, pieceId: string, learnerId: string) {
  const found = await sql<{ audience: 'teachers' | 'family' | 'class'; spaceId: string | null }>`
    select distinct s.audience, case when s.audience = 'class' then s.space_id end as "spaceId" from live_share s
    where s.piece_id = ${pieceId} and s.shared_by = ${viewer.personId} and (s.audience <> 'class' or exists (
      select 1 from belongs b where b.space_id = s.space_id and b.person_id = ${learnerId}::uuid))`.execute(
    db,
  )
  return found.rows
}

export async function activitiesOf({ db }: Context, pieceId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct r.activity_id as id from standing_response r where r.piece_id = ${pieceId}`.execute(db)
  return found.rows.map(({ id }) => id)
}

export async function handoverOf({ db }: Context, pieceId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('handover_piece')
    .select('handover_id as id')
    .where('piece_id', '=', pieceId)
    .executeTakeFirst()
  return row?.id
}

export async function insertMove(
  { db, viewer }: Context,
  move: { deletionId: string; iterationId: string },
): Promise<void> {
  await db
    .insertInto('filing_move')
    .values({
      deletion_id: move.deletionId,
      district_id: viewer.districtId,
      iteration_id: move.iterationId,
    })
    .execute()
}

/** A move that was sent before: answers where it went. */
export async function keptMove({ db, viewer }: Context, deletionId: string) {
  const found = await sql<{ newIterationId: string; learnerId: string }>`
    select v.iteration_id as "newIterationId", p.learner_id as "learnerId"
    from filing_move v join deletion d on d.id = v.deletion_id join iteration i on i.id = v.iteration_id
    join piece p on p.id = i.piece_id
    where v.deletion_id = ${deletionId} and d.deleted_by = ${viewer.personId}`.execute(db)
  return found.rows[0]
}

/** What the viewer took back: undefined when it is none of theirs, or no longer there. */
export async function takenBackFor({ db, viewer }: Context, id: string) {
  const found = await sql<{ allowed: boolean }>`
    select ${mayPutBack(person(viewer.personId))} as allowed
    from deletion b join piece p on p.id = b.piece_id
    where b.id = ${id} and b.deleted_by = ${viewer.personId} and b.deleted_by <> p.learner_id`.execute(db)
  return found.rows[0]
}
