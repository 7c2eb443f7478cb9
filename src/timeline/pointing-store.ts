import type { Rule, Someone } from '../access/relations.ts'
import { seesGoal } from '../goals/policy.ts'
import { sql } from '../platform/database.ts'
import { knowsOfTags, seesClaim, seesTags } from '../self-assessment/policy.ts'
import { isDeleted } from '../work/policy.ts'

/**
 * What a learner of `whose` points at a competency: goals with the looks at them, claims, and the attempts at a
 * piece that they tagged with it. A tag is not for everybody who sees its piece, so who knows of tags is asked
 * here, once for each learner; everything else the entry's own rule asks. An entry has the id of what it stands
 * for, so the few that point are found first, and not asked for among all.
 */
export const pointsAt = (me: Someone, competencyId: string): Rule => sql<boolean>`e.id in (
  select g.id from goal g where g.learner_id in (select w.learner_id from whose w) and g.competency_id = ${competencyId}
  union all select k.id from goal_check k join goal g on g.id = k.goal_id
    where g.learner_id in (select w.learner_id from whose w) and g.competency_id = ${competencyId}
  union all select k.id from claim k
    where k.learner_id in (select w.learner_id from whose w) and k.competency_id = ${competencyId}
  union all select i.id from tag y join iteration i on i.piece_id = y.piece_id
    where y.competency_id = ${competencyId} and y.removed_at is null
      and y.learner_id in (select w.learner_id from whose w where ${knowsOfTags(me, sql<string>`w.learner_id`)}))`

/**
 * Competencies that goals, claims and tags the viewer sees point at. There are many claims and tags and few
 * competencies: of each the first that the viewer may see is enough.
 */
export const competencies = (me: Someone) => sql`coalesce((
  select json_agg(json_build_object('id', c.id, 'name', coalesce(nullif(c.short, ''), c.statement)) order by c.position)
  from competency c where c.id in (
    select g.competency_id from standing_goal g
      where g.learner_id in (select learner_id from whose) and g.competency_id is not null and ${seesGoal(me)}
    union select t.competency_id from (
        select distinct k.competency_id from claim k where k.learner_id in (select learner_id from whose)) t
      where exists (select 1 from standing_claim k where k.competency_id = t.competency_id
        and k.learner_id in (select learner_id from whose) and ${seesClaim(me)})
    union select t.competency_id from (
        select distinct y.competency_id from tag y
        where y.learner_id in (select learner_id from whose) and y.removed_at is null) t
      where exists (select 1 from tag y join piece p on p.id = y.piece_id
        where y.competency_id = t.competency_id and y.removed_at is null
          and y.learner_id in (select learner_id from whose) and not ${isDeleted} and ${seesTags(me)}))), '[]')`
