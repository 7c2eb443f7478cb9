import {
  both,
  either,
  guards,
  isLearner,
  type Rule,
  runsDistrict,
  type Someone,
  teaches,
} from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see a showcase from inside, a row of showcase_standing aliased `s`, and what may be done to it: its
 * learner, and those who are asked to agree. Once withdrawn or over it is its learner's alone.
 */
const learner = sql<string>`s.learner_id`

const isState = (...states: string[]): Rule => sql<boolean>`s.state = any(${states}::text[])`
const lasts = isState('waiting', 'declined', 'open')

const answersForThem = (viewer: Someone): Rule => either(teaches(viewer, learner), guards(viewer, learner))

export const seesShowcase = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), both(lasts, answersForThem(viewer)))

/** An answer aliased `a`: households are apart, so a guardian does not read what another guardian answered. */
export const readsAnswer = (viewer: Someone): Rule =>
  either(
    sql<boolean>`a.role <> 'guardian'`,
    sql<boolean>`a.person_id = ${viewer}`,
    isLearner(viewer, learner),
    teaches(viewer, learner),
  )

export const showcaseActs = (viewer: Someone) => ({
  answerAsTeacher: both(lasts, teaches(viewer, learner)),
  answerAsGuardian: both(lasts, guards(viewer, learner)),
  withdraw: both(lasts, either(isLearner(viewer, learner), answersForThem(viewer))),
  link: both(isState('open'), either(isLearner(viewer, learner), answersForThem(viewer))),
})

export const setsShowcaseRule = (viewer: Someone): Rule => runsDistrict(viewer)

const isShownWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from collection_copy_media t join showcase_standing s on s.copy_id = t.copy_id
  where t.media_id = m.id and ${condition})`

/** In something that is still shown: what rests is reached through its copy by nobody. */
const isInSight: Rule = sql<boolean>`exists (
  select 1 from collection_copy k where k.id = s.copy_id and (k.content #>> '{aboutMedia,id}' = m.id::text or exists (
    select 1 from jsonb_array_elements(k.content -> 'sections') e
      cross join lateral jsonb_array_elements(e.value -> 'choices') c
      cross join lateral (select c.value - 'beside' as held, c.value ->> 'id' as id
        union all select b.value, b.value ->> 'id' from jsonb_array_elements(c.value -> 'beside') b) h
    where jsonb_path_exists(h.held, '$.**.id ? (@ == $media)', jsonb_build_object('media', m.id))
      and not exists (select 1 from showcase_resting r where r.showcase_id = s.id and r.rests in (h.id, c.value ->> 'id')))))`

/** Those who are asked see the files of what they are asked about. */
export const showcaseCarries: Carrier = {
  carries: isShownWhere(sql<boolean>`true`),
  reaches: (viewer) => isShownWhere(both(seesShowcase(viewer), isInSight)),
  revises: (viewer) => sql<boolean>`not ${isShownWhere(sql<boolean>`s.learner_id <> ${viewer}`)}`,
}
