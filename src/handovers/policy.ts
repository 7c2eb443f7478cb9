import { both, type Rule, type Someone, teachesIn } from '../access/relations.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/** The rules speak of a row of handover aliased `h` and the space of its class aliased `c`. */
export const mayHandOver = (viewer: Someone): Rule => teachesIn(viewer, sql<string>`c.id`)

/**
 * Only who handed the device over brings in what was made on it, from its own narrow session or, later, from one of
 * theirs. Who was a learner of the class on the day it was made counts, for what waited without a network.
 */
export const mayBring = (viewer: Someone, learner: Someone, day: RawBuilder<Date>): Rule =>
  both(
    sql<boolean>`h.opened_by = ${viewer}`,
    sql<boolean>`exists (select 1 from enrollment e where e.class_id = h.class_id and e.person_id = ${learner}
      and e.role = 'student' and e.opened_on <= cairn_today() and (e.closed_on is null or e.closed_on > ${day}))`,
  )

/** A file that was brought while or after the device was handed over, and stands in nobody else's work. */
export const isFresh = (viewer: Someone, piece: Someone): Rule =>
  both(
    sql<boolean>`m.uploaded_by = ${viewer}`,
    sql<boolean>`m.created_at >= h.opened_at`,
    sql<boolean>`not exists (select 1 from part t join iteration i on i.id = t.iteration_id
      where t.media_id = m.id and i.piece_id <> ${piece})`,
  )
