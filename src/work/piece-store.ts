import { may } from '../access/may.ts'
import { hasPortfolio, isLearner, person } from '../access/relations.ts'
import { previewJson } from '../links/store.ts'
import { mediaJson } from '../media/store.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { GetPiece, GetPortfolio, ListChildren, ListRevisions } from './contract.ts'
import { isDeleted, isToldSpace, knowsLearner, mayWithdraw, pieceActs, seesPiece } from './policy.ts'
import { personJson, tileJson } from './tile-store.ts'

/** The parts of one revision of an iteration; `iteration` and `revision` are columns. */
const partsJson = (
  iteration: RawBuilder<string>,
  revision: RawBuilder<number>,
): RawBuilder<string> => sql<string>`(
  select coalesce(json_agg(case t.kind
      when 'text' then case when t.rich is null then json_build_object('kind', 'text', 'text', t.body)
        else json_build_object('kind', 'text', 'text', t.body, 'rich', t.rich) end
      when 'link' then json_strip_nulls(json_build_object('kind', 'link', 'url', t.url, 'caption', t.caption,
        'preview', ${previewJson(sql<string>`t.url`)}))
      else json_build_object('kind', 'media', 'caption', t.caption, 'alt', t.alt,
        'media', (select ${mediaJson} from media m where m.id = t.media_id)) end order by t.position), '[]')
  from part t where t.iteration_id = ${iteration} and t.revision = ${revision})`

/** A row of iteration, aliased `i`, with the revision that counts, aliased `r`. */
export const iterationJson: RawBuilder<string> = sql<string>`json_build_object(
  'id', i.id, 'number', i.number, 'madeAt', i.made_at,
  'madeBy', ${personJson(sql<string>`i.made_by`)}, 'revision', i.revision,
  'editedAt', case when i.revision > 1 then r.written_at end, 'whatChanged', r.what_changed,
  'parts', ${partsJson(sql<string>`i.id`, sql<number>`i.revision`)})`

const iterationsJson = sql`(
  select coalesce(json_agg(${iterationJson} order by i.number), '[]')
  from iteration i join iteration_revision r on r.iteration_id = i.id and r.revision = i.revision
  where i.piece_id = p.id and not exists (select 1 from standing_deletion d where d.iteration_id = i.id))`

const sharesJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'audience', s.audience,
      'space', (select json_build_object('id', o.id, 'name', o.name) from space o where o.id = s.space_id and ${isToldSpace(me)}),
      'sharedBy', ${personJson(sql<string>`s.shared_by`)}, 'sharedAt', s.shared_at,
      'may', ${may({ withdraw: mayWithdraw(me) })}) order by s.shared_at), '[]')
  from live_share s where s.piece_id = p.id)`

/** A whole piece, in one query. */
export function readPiece({ db, viewer }: Context, id: string): Promise<JsonText<OutputOf<typeof GetPiece>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', p.id, 'title', p.title, 'learner', ${personJson(sql<string>`p.learner_id`)},
        'createdBy', ${personJson(sql<string>`p.created_by`)}, 'createdAt', p.created_at,
        'deletedAt', (select d.deleted_at from standing_deletion d where d.piece_id = p.id and d.iteration_id is null limit 1),
        'iterations', ${iterationsJson}, 'shares', ${sharesJson(me)}, 'may', ${may(pieceActs(me))})::text as json
      from piece p where p.id = ${id} and ${seesPiece(me)}`,
  )
}

/** Keeps that somebody other than the learner looked: once a person and day. */
export async function noteLook({ db, viewer, now }: Context, pieceId: string): Promise<void> {
  await sql`
    insert into look (piece_id, district_id, person_id, looked_on, first_at)
    select p.id, p.district_id, ${viewer.personId}::uuid, cairn_today(), ${now}::timestamptz
    from piece p where p.id = ${pieceId} and p.learner_id <> ${viewer.personId}::uuid
    on conflict do nothing`.execute(db)
}

const pageOfTiles = 60

/** A learner's work as far as the viewer may see it. The named set is the learner's; the rule only filters. */
export function readPortfolio(
  { db, viewer }: Context,
  input: { id: string; before?: string | undefined },
): Promise<JsonText<OutputOf<typeof GetPortfolio>>> {
  const me = person(viewer.personId)
  const learner = person(input.id)
  return readJson(
    db,
    sql<{ json: string }>`
      with page as materialized (
        select p.* from piece p
        where p.learner_id = ${learner} and p.grown_at < coalesce(${input.before ?? null}::timestamptz, 'infinity')
          and ${seesPiece(me)} and not ${isDeleted}
        order by p.grown_at desc limit ${pageOfTiles})
      select json_build_object('learner', ${personJson(learner)}, 'mine', ${isLearner(me, learner)},
        'pieces', coalesce((select json_agg(${tileJson} order by p.grown_at desc) from page p), '[]'),
        'next', (select case when count(*) = ${pageOfTiles} then min(grown_at) end from page))::text as json
      from person x where x.id = ${learner} and ${knowsLearner(me, learner)}`,
  )
}

export function readRevisions(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListRevisions>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select (select json_agg(json_build_object('revision', r.revision, 'writtenAt', r.written_at,
          'writtenBy', ${personJson(sql<string>`r.written_by`)}, 'whatChanged', r.what_changed,
          'parts', ${partsJson(sql<string>`r.iteration_id`, sql<number>`r.revision`)}) order by r.revision desc)
        from iteration_revision r where r.iteration_id = i.id)::text as json
      from iteration i join piece p on p.id = i.piece_id
      where i.id = ${id} and ${isLearner(me, sql<string>`p.learner_id`)}
        and not exists (select 1 from taken_back b
          where b.piece_id = p.id and coalesce(b.iteration_id, i.id) = i.id)`,
  )
}

export async function ownsPortfolio({ db, viewer }: Context): Promise<boolean> {
  const found = await sql<{ owns: boolean }>`select ${hasPortfolio(person(viewer.personId))} as owns`.execute(
    db,
  )
  return found.rows[0]?.owns === true
}

export async function replaceTitle(
  { db, viewer, now }: Context,
  pieceId: string,
  title: string,
): Promise<void> {
  await sql`
    insert into earlier_title (piece_id, district_id, title, replaced_by, replaced_at)
    select id, district_id, title, ${viewer.personId}::uuid, ${now}::timestamptz from piece
    where id = ${pieceId} and title <> ${title}
    on conflict do nothing`.execute(db)
  await db.updateTable('piece').set({ title }).where('id', '=', pieceId).execute()
}

/** My children on one page, each with the newest of what is shared with the family. */
export function readChildren({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListChildren>>> {
  const me = person(viewer.personId)
  const shared = sql`from piece p where p.learner_id = n.id and not ${isDeleted}
    and ${knowsLearner(me, sql<string>`n.id`)} and ${seesPiece(me)}`
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'givenName', n.given_name,
        'grade', (select e.grade from open_enrollment e where e.person_id = n.id and e.role = 'student' limit 1),
        'schools', coalesce((select json_agg(distinct c.name) from open_enrollment e join school c on c.id = e.school_id where e.person_id = n.id), '[]'),
        'classes', coalesce((select json_agg(distinct c.name) from open_enrollment e join class c on c.id = e.class_id
          where e.person_id = n.id and space_says(e.space_id, 'families') <> 'hidden'), '[]'),
        'pieces', coalesce((select json_agg(${tileJson} order by p.grown_at desc)
          from (select p.* ${shared} order by p.grown_at desc limit 6) p), '[]'),
        'total', (select count(*) ${shared})) order by n.given_name), '[]')::text as json
      from guards g join person n on n.id = g.learner_id where g.guardian_id = ${me}`,
  )
}
