import { guards, isLearner, person, type Someone, teaches } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { hearsOfLook } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { WhoSeesCollection } from './contract.ts'
import { seesCollection } from './policy.ts'

/** Everybody with any tie to the learner, today or in a class that is still to begin. */
const around = (learner: Someone) => sql`(
  select ${learner} as id
  union select t.teacher_id from teaches t where t.learner_id = ${learner}
  union select g.guardian_id from guards g where g.learner_id = ${learner}
  union select w.teacher_id from will_teach w where w.learner_id = ${learner}
  union select b.person_id from belongs b join belongs mine on mine.space_id = b.space_id where mine.person_id = ${learner})`

const tieOf = (learner: Someone) => sql`case
  when n.id = ${learner} then 'learner'
  when ${teaches(sql<string>`n.id`, learner)} then 'teacher'
  when ${guards(sql<string>`n.id`, learner)} then 'guardian'
  when exists (select 1 from will_teach w where w.teacher_id = n.id and w.learner_id = ${learner}) then 'next'
  when exists (select 1 from belongs t join belongs l on l.space_id = t.space_id
    where t.person_id = n.id and t.role = 'teacher' and l.person_id = ${learner} and l.role = 'student') then 'teacher'
  else 'classmate' end`

/** Asks the very rule that guards the collection about everybody around its learner; others are told who sees it. */
export function readWhoSeesCollection(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof WhoSeesCollection>>> {
  const me = person(viewer.personId)
  const learner = sql<string>`o.learner_id`
  const looker = sql<string>`k.person_id`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'people', (select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'tie', ${tieOf(learner)},
              'sees', near.sees) order by n.id = o.learner_id desc, near.sees desc, n.given_name)
          from (select near.id, ${seesCollection(sql<string>`near.id`)} as sees from ${around(learner)} near) near
          join person n on n.id = near.id where near.sees or ${isLearner(me, learner)}),
        'looks', coalesce((select json_agg(json_build_object('person', ${personJson(looker)}, 'on', k.looked_on)
            order by k.first_at desc)
          from collection_look k where k.collection_id = o.id and ${hearsOfLook(me, { learner, looker })}), '[]'))::text as json
      from collection o where o.id = ${id} and ${seesCollection(me)}`,
  )
}
