import {
  both,
  belongs,
  either,
  guards,
  isLearner,
  seesSpace,
  type Rule,
  type Someone,
  teaches,
  teachesIn,
  teachesThere,
} from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see work, and what may be done to it. The rules speak of a row of piece aliased `p` and a row of
 * live_share aliased `s`. Private until widened: without a live share only the learner sees a piece, and a
 * share reaches exactly the people its audience is today.
 */
const learner = sql<string>`p.learner_id`
const space = sql<string>`s.space_id`

export const isDeleted: Rule = sql<boolean>`exists (
  select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null)`

const standing: Rule = sql<boolean>`not ${isDeleted}`

/** What an adult had filed here by mistake and took back is somebody else's: its learner sees it no more than others do. */
const isTakenBack: Rule = sql<boolean>`exists (
  select 1 from taken_back b where b.piece_id = p.id and b.iteration_id is null)`

/** With a space, teachers are those of that space. A class share reaches the class only while its learner belongs to it: leaving, the work leaves the wall. */
export const isReachedBy = (viewer: Someone): Rule =>
  either(
    both(sql<boolean>`s.audience = 'teachers' and s.space_id is null`, teaches(viewer, learner)),
    both(sql<boolean>`s.audience = 'teachers'`, teachesThere(viewer, learner, space)),
    both(sql<boolean>`s.audience = 'family'`, guards(viewer, learner)),
    both(sql<boolean>`s.audience = 'class'`, seesSpace(viewer, space), belongs(learner, space)),
  )

export const seesPiece = (viewer: Someone): Rule =>
  either(
    both(isLearner(viewer, learner), sql<boolean>`not ${isTakenBack}`),
    both(
      standing,
      sql<boolean>`exists (select 1 from live_share s where s.piece_id = p.id and ${isReachedBy(viewer)})`,
    ),
  )

/** Whose portfolio a person may open at all: their own, their pupils', their children's. */
export const knowsLearner = (viewer: Someone, someone: Someone): Rule =>
  either(isLearner(viewer, someone), teaches(viewer, someone), guards(viewer, someone))

/** Teaches in a space by hand where its learner shows it at this moment, by the rule of the work itself. */
const teachesWhereShown = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from live_share s where s.piece_id = p.id and s.space_id is not null and ${teachesThere(viewer, learner, space)})`

/** Whose work it is to answer: theirs who teach its learner in a class, and theirs to whom it is shown in a space they teach in. */
export const answersWork = (viewer: Someone): Rule =>
  either(teaches(viewer, learner), teachesWhereShown(viewer))

export const pieceActs = (viewer: Someone) => ({
  revise: both(isLearner(viewer, learner), standing),
  share: both(isLearner(viewer, learner), standing),
  remove: both(isLearner(viewer, learner), standing),
  giveFeedback: both(answersWork(viewer), standing, sql<boolean>`not ${isLearner(viewer, learner)}`),
  /** of those who see it: classmates do not */
  readFeedback: either(knowsLearner(viewer, learner), teachesWhereShown(viewer)),
  /** a seat in a space by hand opens no portfolio */
  openLearner: knowsLearner(viewer, learner),
})

/** The learner, whoever shared it, and the teachers of the class space it stands in. */
export const mayWithdraw = (viewer: Someone): Rule =>
  either(
    isLearner(viewer, learner),
    sql<boolean>`s.shared_by = ${viewer}`,
    both(sql<boolean>`s.audience = 'class'`, teachesIn(viewer, space)),
  )

/**
 * Who is told in which space `o` a share lies. Of a class all who see the work are; a space by hand may say by its name
 * why somebody is in it, so only its members are, and families unless it is hidden from them.
 */
export const isToldSpace = (viewer: Someone): Rule =>
  either(
    mayWithdraw(viewer),
    seesSpace(viewer, space),
    sql<boolean>`case when ${guards(viewer, learner)} then space_says(o.id, 'families') <> 'hidden' else o.kind = 'class' end`,
  )

/**
 * Whether a viewer is shown that somebody sees a piece `p`: its learner, her teachers and family are shown everybody; a
 * peer nobody who sees it only in a space of which that peer is not told, a counsellor say.
 */
export const isShownFace = (viewer: Someone, someone: Someone): Rule =>
  either(
    isLearner(someone, learner),
    knowsLearner(viewer, learner),
    sql<boolean>`exists (select 1 from live_share s left join space o on o.id = s.space_id
      where s.piece_id = p.id and ${isReachedBy(someone)} and (s.space_id is null or ${isToldSpace(viewer)}))`,
  )

/**
 * Who looked is told to the learner and to their family, to no teacher and no office. Households are apart: when one
 * guardian looks is nothing another is told, not of one who guarded once either.
 */
export const hearsOfLook = (
  viewer: Someone,
  { learner, looker }: { learner: Someone; looker: Someone },
): Rule =>
  either(
    isLearner(viewer, learner),
    both(
      guards(viewer, learner),
      sql<boolean>`(${looker} = ${viewer} or not exists (
        select 1 from guardianship apart where apart.learner_id = ${learner} and apart.guardian_id = ${looker}))`,
    ),
  )

/**
 * Work carries media in the parts of its iterations. Others reach what the iteration holds today; what an
 * earlier revision held, and what was deleted, only the learner.
 */
const isCarriedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from part t join iteration i on i.id = t.iteration_id join piece p on p.id = i.piece_id
  where t.media_id = m.id and ${condition})`

export const workCarries: Carrier = {
  carries: isCarriedWhere(sql<boolean>`true`),
  reaches: (viewer) =>
    isCarriedWhere(
      either(
        both(
          isLearner(viewer, learner),
          sql<boolean>`not exists (select 1 from taken_back b
            where b.piece_id = p.id and coalesce(b.iteration_id, i.id) = i.id)`,
        ),
        both(
          sql<boolean>`t.revision = i.revision`,
          sql<boolean>`not exists (select 1 from standing_deletion d where d.iteration_id = i.id)`,
          seesPiece(viewer),
        ),
      ),
    ),
  revises: (viewer) =>
    both(
      isCarriedWhere(sql<boolean>`true`),
      sql<boolean>`not ${isCarriedWhere(sql<boolean>`not ${pieceActs(viewer).revise}`)}`,
    ),
}
