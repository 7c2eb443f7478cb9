import { both, either, type Rule, type Someone, teaches } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may put right what was filed to the wrong learner. The rules speak of an iteration aliased `i` of a piece
 * aliased `p`. No adult deletes what a learner made: this is only what that adult brought, as long as nobody
 * else has added a word to it.
 */
const learner = sql<string>`p.learner_id`

/** Made by a child on a tablet in the hands of the class; whoever handed it over brought it. */
export const isFromTablet: Rule = sql<boolean>`(i.number = 1 and exists (
  select 1 from handover_piece b where b.piece_id = p.id))`

export const isFiledBy = (viewer: Someone): Rule =>
  both(
    sql<boolean>`${learner} <> ${viewer}`,
    either(sql<boolean>`i.made_by = ${viewer}`, both(isFromTablet, sql<boolean>`p.created_by = ${viewer}`)),
  )

/** What is said of this very attempt, or points at it, by anybody but whoever filed it. */
const attemptGrew = (viewer: Someone): Rule => sql<boolean>`(i.revision > 1
  or exists (select 1 from feedback f where f.iteration_id = i.id and (f.given_by <> ${viewer}
    or exists (select 1 from reply y where y.feedback_id = f.id)))
  or exists (select 1 from reply y where y.iteration_id = i.id)
  or exists (select 1 from reflection y where y.piece_id = p.id and y.iteration_id = i.id)
  or exists (select 1 from goal_check_evidence y where y.piece_id = p.id and y.iteration_id = i.id)
  or exists (select 1 from claim_evidence y where y.piece_id = p.id and y.iteration_id = i.id)
  or exists (select 1 from collection_choice y where y.piece_id = p.id and i.id in (y.iteration_id, y.second_id))
  or exists (select 1 from bringing y where y.iteration_id = i.id)
  or exists (select 1 from focus y where y.iteration_id = i.id and y.set_by <> ${viewer})
  or exists (select 1 from iteration_return y where y.iteration_id = i.id and (y.returned_by <> ${viewer}
    or exists (select 1 from return_answer z where z.return_id = y.id))))`

/** The same for the whole piece; asked when nothing else would be left of it. */
const pieceGrew = (viewer: Someone): Rule => sql<boolean>`(
  exists (select 1 from earlier_title y where y.piece_id = p.id and y.replaced_by <> ${viewer})
  or exists (select 1 from iteration o where o.piece_id = p.id and o.id <> i.id
    and not exists (select 1 from taken_back b where b.iteration_id = o.id))
  or exists (select 1 from share y where y.piece_id = p.id and y.shared_by <> ${viewer})
  or exists (select 1 from reflection y where y.piece_id = p.id)
  or exists (select 1 from remark y where y.piece_id = p.id and y.author_id <> ${viewer} and y.taken_back_at is null)
  or exists (select 1 from goal_check_evidence y where y.piece_id = p.id)
  or exists (select 1 from claim_evidence y where y.piece_id = p.id)
  or exists (select 1 from tag y where y.piece_id = p.id)
  or exists (select 1 from tag_suggestion y where y.piece_id = p.id and y.suggested_by <> ${viewer})
  or exists (select 1 from collection_choice y where y.piece_id = p.id)
  or exists (select 1 from conference_choice y where y.piece_id = p.id)
  or exists (select 1 from exemplar y where (y.piece_id = p.id or y.shown_piece_id = p.id) and y.placed_by <> ${viewer})
  or exists (select 1 from response y where y.piece_id = p.id and y.responded_by <> ${viewer}))`

const stands: Rule = sql<boolean>`not exists (select 1 from standing_deletion d
  where d.piece_id = p.id and coalesce(d.iteration_id, i.id) = i.id)`

const isLast: Rule = sql<boolean>`not exists (select 1 from iteration o where o.piece_id = p.id and o.id <> i.id
  and not exists (select 1 from standing_deletion d where d.iteration_id = o.id))`

export const isBuiltUpon = (viewer: Someone): Rule =>
  either(attemptGrew(viewer), both(isLast, pieceGrew(viewer)))

/** They filed it and teach its learner today: they know of it, whether or not its learner still shows it. */
export const knowsFiling = (viewer: Someone): Rule => both(isFiledBy(viewer), teaches(viewer, learner))

/** What a child made may go to the child who made it; only what the adult brought is taken away. */
export const filingActs = (viewer: Someone) => ({
  takeBack: both(stands, sql<boolean>`not ${isFromTablet}`, sql<boolean>`not ${isBuiltUpon(viewer)}`),
  move: both(stands, sql<boolean>`not ${isBuiltUpon(viewer)}`),
})

/** A row of taken_back aliased `b`, of a filing: by whom it was taken back, unless it was filed elsewhere meanwhile. */
export const mayPutBack = (viewer: Someone): Rule =>
  both(
    sql<boolean>`b.deleted_by = ${viewer}`,
    sql<boolean>`not exists (select 1 from filing_move v where v.deletion_id = b.id)`,
  )
