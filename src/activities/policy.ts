import {
  addsTo,
  both,
  either,
  guards,
  isHiddenFromFamilies,
  isLearner,
  learnsIn,
  seesSpace,
  type Rule,
  type Someone,
  teachesIn,
} from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'
import { seesPiece } from '../work/policy.ts'

/**
 * Who may see an activity, and what may be done with it. The rules speak of a row of activity aliased `a`
 * with its present revision aliased `v`. Those who teach in its space, a class or one by hand, work on it together; a draft is theirs
 * alone, and its author's.
 */
const space = sql<string>`a.space_id`

const isPublished: Rule = sql<boolean>`exists (select 1 from activity_publication k where k.activity_id = a.id)`
const hasOpened: Rule = sql<boolean>`(v.opens_on is null or v.opens_on <= cairn_today())`
export const isClosed: Rule = sql<boolean>`exists (select 1 from standing_closing c where c.activity_id = a.id)`
const standing: Rule = sql<boolean>`not exists (
  select 1 from standing_activity_deletion d where d.activity_id = a.id)`

/** Whether it is for a learner, by being in its space today or by being named. */
export const isFor = (someone: Someone): Rule =>
  both(
    learnsIn(someone, space),
    either(
      sql<boolean>`v.for_everyone`,
      sql<boolean>`exists (select 1 from activity_learner l
        where l.activity_id = a.id and l.revision = v.revision and l.person_id = ${someone})`,
    ),
  )

/** In its space only after it was published: whoever came later may catch up, also with what is closed. */
export const cameLater = (someone: Someone): Rule => sql<boolean>`exists (
  select 1 from activity_publication k
  where k.activity_id = a.id and (k.published_on < (select max(q.opened_on) from open_enrollment b
      join enrollment q on q.id = b.id
      where b.person_id = ${someone} and b.space_id = a.space_id and b.role = 'student')
    or k.published_at < (select t.seated_at from standing_seat t
      where t.person_id = ${someone} and t.space_id = a.space_id and t.role = 'student')))`

const isInvited = (someone: Someone): Rule =>
  both(isPublished, hasOpened, isFor(someone), seesSpace(someone, space))

/** What a learner once responded to stays theirs to read, wherever they go. */
const hasResponded = (someone: Someone): Rule => sql<boolean>`exists (
  select 1 from standing_response r join piece p on p.id = r.piece_id
  where r.activity_id = a.id and p.learner_id = ${someone})`

/** A family reads the invitation beside what their child shows them of it, unless its space is hidden from families. */
const isBesideTheirChilds = (
  viewer: Someone,
): Rule => sql<boolean>`(not ${isHiddenFromFamilies(space)} and exists (
  select 1 from standing_response r join piece p on p.id = r.piece_id
  where r.activity_id = a.id and ${guards(viewer, sql<string>`p.learner_id`)} and ${seesPiece(viewer)}))`

const isAuthor = (viewer: Someone): Rule => sql<boolean>`(a.created_by = ${viewer})`

/** Invited or once responded: those to whom it is an invitation, in one rule for the page and for the list. */
export const isInvitation = (viewer: Someone): Rule =>
  both(standing, either(isInvited(viewer), both(isPublished, hasResponded(viewer))))

export const seesActivity = (viewer: Someone): Rule =>
  both(
    standing,
    either(
      teachesIn(viewer, space),
      isAuthor(viewer),
      isInvitation(viewer),
      both(isPublished, isBesideTheirChilds(viewer)),
    ),
  )

/** Those who work with it: those who teach there, and its author for good. */
export const worksWith = (viewer: Someone): Rule =>
  both(standing, either(teachesIn(viewer, space), isAuthor(viewer)))

export const activityActs = (viewer: Someone) => ({
  revise: teachesIn(viewer, space),
  publish: teachesIn(viewer, space),
  close: both(teachesIn(viewer, space), isPublished),
  remove: teachesIn(viewer, space),
  seeResponses: both(teachesIn(viewer, space), isPublished),
  respond: both(
    isInvited(viewer),
    addsTo(viewer, space),
    either(sql<boolean>`not ${isClosed}`, cameLater(viewer)),
  ),
  shelve: teachesIn(viewer, space),
  copy: either(teachesIn(viewer, space), isAuthor(viewer)),
})

/**
 * Who may make a piece aliased `p` a response: its learner, and the teacher who brought it for a learner whom
 * the activity is for (from paper, say).
 */
export const mayRespondWith = (viewer: Someone): Rule =>
  either(
    both(isLearner(viewer, sql<string>`p.learner_id`), activityActs(viewer).respond),
    both(
      sql<boolean>`p.created_by = ${viewer}`,
      activityActs(viewer).seeResponses,
      isFor(sql<string>`p.learner_id`),
    ),
  )

/** A response aliased `r` is taken back by the piece's learner, or by the teacher who filed it. */
export const mayTakeBack = (viewer: Someone): Rule =>
  either(isLearner(viewer, sql<string>`p.learner_id`), sql<boolean>`r.responded_by = ${viewer}`)

/**
 * An activity carries media in its instructions and its exemplar. Whoever sees it reaches what it holds
 * today; what an earlier revision held, those who work with it.
 */
const isCarriedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from activity_media t join activity a on a.id = t.activity_id
  join activity_revision v on v.activity_id = a.id and v.revision = a.revision
  where t.media_id = m.id and ${condition})`

export const activityCarries: Carrier = {
  carries: sql<boolean>`exists (select 1 from activity_media t where t.media_id = m.id)`,
  reaches: (viewer) =>
    isCarriedWhere(
      either(both(sql<boolean>`t.revision = a.revision`, seesActivity(viewer)), worksWith(viewer)),
    ),
  // whoever spoke it writes it down, also where colleagues have copied it
  revises: (viewer) =>
    either(
      sql<boolean>`m.uploaded_by = ${viewer}`,
      sql<boolean>`not ${isCarriedWhere(sql<boolean>`not ${both(standing, activityActs(viewer).revise)}`)}`,
    ),
}
