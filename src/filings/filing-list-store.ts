import { may } from '../access/may.ts'
import { isLearner, person, type Someone, teaches, teachesIn } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListFilings, ListPieceFilings, ListTakenBack } from './contract.ts'
import { listedDays } from './filing.ts'
import { filingActs, isBuiltUpon, isFiledBy, isFromTablet, knowsFiling, mayPutBack } from './policy.ts'

const mostListed = 200

/** What of an attempt aliased `i` is shown in its row, for whoever sees its piece. */
const shown = (me: Someone, what: RawBuilder<unknown>) =>
  sql`case when b.id is null and ${seesPiece(me)} then ${what} end`

const cover = sql`(select ${mediaJson} from part t join media m on m.id = t.media_id
  where t.iteration_id = i.id and t.revision = i.revision and t.kind = 'media'
  order by m.kind = 'picture' desc nulls last, t.position limit 1)`
const excerpt = sql`(select left(t.body, 240) from part t
  where t.iteration_id = i.id and t.revision = i.revision and t.kind = 'text' order by t.position limit 1)`

/** A row of iteration aliased `i` of a piece aliased `p`, with its row of taken_back aliased `b` if there is one. */
const filingJson = (me: Someone) => sql`json_build_object(
  'iterationId', i.id, 'pieceId', p.id, 'number', i.number, 'learner', ${personJson(sql<string>`p.learner_id`)},
  'way', case when ${isFromTablet} then 'tablet' when p.created_by = ${me} then 'post' else 'paper' end,
  'filedAt', i.made_at, 'title', coalesce(${shown(me, sql`p.title`)}, ''), 'cover', ${shown(me, cover)},
  'excerpt', coalesce(${shown(me, excerpt)}, ''), 'builtUpon', ${isBuiltUpon(me)},
  'takenBack', case when b.id is not null then json_build_object('id', b.id, 'at', b.deleted_at,
    'erasedOn', (b.deleted_at + ${restorableDays} * interval '1 day')::date,
    'movedTo', (select ${personJson(sql<string>`q.learner_id`)} from filing_move v
      join iteration o on o.id = v.iteration_id join piece q on q.id = o.piece_id where v.deletion_id = b.id)) end,
  'may', ${may({ ...filingActs(me), putBack: sql<boolean>`coalesce(${mayPutBack(me)}, false)` })})`

const takenBack = sql`left join taken_back b on b.piece_id = p.id and coalesce(b.iteration_id, i.id) = i.id`

/** What its learner deleted themselves is gone from here too. */
const notDeletedByLearner = sql<boolean>`not exists (select 1 from standing_deletion d where d.piece_id = p.id
  and coalesce(d.iteration_id, i.id) = i.id and d.deleted_by = p.learner_id)`

export function readFilings(
  { db, viewer, now }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListFilings>>> {
  const me = person(viewer.personId)
  const since = new Date(now.getTime() - listedDays * 24 * 3_600_000)
  return readJson(
    db,
    sql<{ json: string }>`
      with own as materialized (
        select i.id from belongs m join piece p on p.learner_id = m.person_id join iteration i on i.piece_id = p.id
        where m.space_id = (select c.id from space c where c.class_id = ${classId}) and m.role = 'student'
          and i.made_at >= ${since}::timestamptz and ${isFiledBy(me)} and ${notDeletedByLearner}
        order by i.made_at desc limit ${mostListed})
      select json_build_object('id', l.id, 'name', l.name, 'filings', coalesce((
          select json_agg(${filingJson(me)} order by i.made_at desc, p.id)
          from own join iteration i on i.id = own.id join piece p on p.id = i.piece_id ${takenBack}), '[]'),
        'learners', coalesce((
          select json_agg(json_build_object('id', n.id, 'name', usual_name(n)) order by n.given_name, n.family_name)
          from belongs m join person n on n.id = m.person_id where m.space_id = c.id and m.role = 'student'), '[]'))::text as json
      from class l join space c on c.class_id = l.id
      where l.id = ${classId} and ${teachesIn(me, sql<string>`c.id`)}`,
  )
}

/** Undefined for everybody who files nothing there: whoever does not teach its learner finds no piece. */
export function readPieceFilings(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListPieceFilings>>> {
  const me = person(viewer.personId)
  const learner = sql<string>`p.learner_id`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('filings', coalesce((
          select json_agg(${filingJson(me)} order by i.number) from iteration i ${takenBack}
          where i.piece_id = p.id and ${knowsFiling(me)} and ${notDeletedByLearner}), '[]'),
        'learners', coalesce((
          select json_agg(json_build_object('id', n.id, 'name', usual_name(n)) order by n.given_name, n.family_name)
          from person n where n.id in (select o.person_id from belongs o join belongs m on m.space_id = o.space_id
            join belongs t on t.space_id = o.space_id
            where o.role = 'student' and m.role = 'student' and m.person_id = ${learner}
              and t.role = 'teacher' and t.person_id = ${me} and t.class_id is not null)), '[]'))::text as json
      from piece p where p.id = ${pieceId} and ${teaches(me, learner)} and (${seesPiece(me)} or exists (
        select 1 from iteration i where i.piece_id = p.id and ${isFiledBy(me)}))`,
  )
}

/** What its learner may know: that it was not theirs, and whom to ask. */
export function readTakenBack({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListTakenBack>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('takenBackBy', ${personJson(sql<string>`b.deleted_by`)},
        'at', b.deleted_at) order by b.deleted_at desc), '[]')::text as json
      from taken_back b join piece p on p.id = b.piece_id
      where ${isLearner(person(viewer.personId), sql<string>`p.learner_id`)}`,
  )
}
