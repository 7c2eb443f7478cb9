import { both, either, type Rule, serves, type Someone, teachesIn } from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see a library item, aliased `i`, of an activity aliased `a`. What stands in a library is a
 * colleague's own writing and no learner's work, so a duty opens it too.
 */
const standing: Rule = sql<boolean>`not exists (
  select 1 from standing_activity_deletion d where d.activity_id = a.id)`

const teachesAtSchool = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from open_enrollment o where o.person_id = ${viewer} and o.role = 'teacher' and o.school_id = i.school_id)`

const teachesSomewhere = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from open_enrollment o where o.person_id = ${viewer} and o.role = 'teacher')`

const hasDuty = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from serves o where o.person_id = ${viewer})`

export const seesItem = (viewer: Someone): Rule =>
  both(
    standing,
    either(
      both(
        sql<boolean>`i.shelf = 'school'`,
        either(teachesAtSchool(viewer), serves(viewer, sql<string>`i.school_id`)),
      ),
      both(sql<boolean>`i.shelf = 'district'`, either(teachesSomewhere(viewer), hasDuty(viewer))),
    ),
  )

export const itemActs = (viewer: Someone) => ({
  /** whoever put it there, a teacher of its class, and those who answer for the school */
  withdraw: either(
    sql<boolean>`i.published_by = ${viewer}`,
    teachesIn(viewer, sql<string>`a.space_id`),
    serves(viewer, sql<string>`i.school_id`),
  ),
  /** into a class of one's own, which is asked when it is copied */
  copy: teachesSomewhere(viewer),
})

const carried = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from activity_media t join live_library_item i on i.activity_id = t.activity_id and i.revision = t.revision
  join activity a on a.id = t.activity_id where t.media_id = m.id and ${condition})`

/** The library carries the files of what stands in it, as it stood. */
export const libraryCarries: Carrier = {
  carries: carried(sql<boolean>`true`),
  reaches: (viewer) => carried(seesItem(viewer)),
  // the words of a voice are its activity's to write down
  revises: () => sql<boolean>`true`,
}
