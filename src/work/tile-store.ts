import { mediaJson } from '../media/store.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/** A person, as the API names them; `column` holds the id. */
export const personJson = (column: RawBuilder<string>): RawBuilder<string> =>
  sql<string>`(select json_build_object('id', n.id, 'name', usual_name(n)) from person n where n.id = ${column})`

const latest = sql`(select i.id, i.revision from iteration i where i.piece_id = p.id
  and not exists (select 1 from standing_deletion d where d.iteration_id = i.id) order by i.number desc limit 1)`

/** A row of piece, aliased `p`, as it stands in a list. */
export const tileJson: RawBuilder<string> = sql<string>`json_build_object(
  'id', p.id, 'title', p.title, 'learner', ${personJson(sql<string>`p.learner_id`)}, 'grownAt', p.grown_at,
  'iterations', (select count(*) from iteration i where i.piece_id = p.id
    and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)),
  'cover', (select ${mediaJson} from ${latest} l
    join part t on t.iteration_id = l.id and t.revision = l.revision and t.kind = 'media'
    join media m on m.id = t.media_id
    order by m.kind = 'picture' desc nulls last, t.position limit 1),
  'excerpt', coalesce((select left(t.body, 240) from ${latest} l
    join part t on t.iteration_id = l.id and t.revision = l.revision and t.kind = 'text'
    order by t.position limit 1), ''),
  'audiences', coalesce((select json_agg(distinct s.audience) from live_share s where s.piece_id = p.id), '[]'))`
