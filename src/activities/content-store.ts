import { mediaJson } from '../media/store.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/** The files of a revision aliased `v`, in one of its two places. */
export const attachedJson = (place: 'instructions' | 'exemplar'): RawBuilder<string> => sql<string>`coalesce((
  select json_agg(json_build_object('caption', t.caption, 'alt', t.alt,
    'media', (select ${mediaJson} from media m where m.id = t.media_id)) order by t.position)
  from activity_media t
  where t.activity_id = v.activity_id and t.revision = v.revision and t.place = ${sql.lit(place)}), '[]')`

/** What a revision aliased `v` says: names and values for json_build_object. */
export const contentPairs: RawBuilder<unknown> = sql`
  'title', v.title, 'instructions', v.instructions, 'attached', ${attachedJson('instructions')},
  'exemplar', v.exemplar, 'exemplarAttached', ${attachedJson('exemplar')}, 'prompts', to_json(v.prompts)`

export const windowPairs: RawBuilder<unknown> = sql`'opensOn', v.opens_on, 'dueOn', v.due_on`
