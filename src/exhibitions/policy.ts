import { both, either, isLearner, leads, type Rule, type Someone, teaches } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see a showcase event, a row of exhibition_standing aliased `x`, and a stand of it aliased `t`. Teachers of
 * the invited classes, and those who answer for the school, run it: names, titles, places. Guests' words are another
 * matter: of them only the learner's own teachers know, and the learner once they are released.
 */
const invites = (viewer: Someone, role: 'student' | 'teacher'): Rule => sql<boolean>`exists (
  select 1 from exhibition_class k join belongs b on b.class_id = k.class_id
  where k.exhibition_id = x.id and b.person_id = ${viewer} and b.role = ${role})`

const stoodThere = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from stand o where o.exhibition_id = x.id and o.learner_id = ${viewer})`

const runs = (viewer: Someone): Rule =>
  either(invites(viewer, 'teacher'), leads(viewer, sql<string>`x.school_id`))
const lasts: Rule = sql<boolean>`x.state in ('before', 'open')`

export const seesExhibition = (viewer: Someone): Rule =>
  either(runs(viewer), invites(viewer, 'student'), stoodThere(viewer))

export const exhibitionActs = (viewer: Someone) => ({
  run: both(lasts, runs(viewer)),
  join: both(lasts, invites(viewer, 'student')),
  link: both(lasts, runs(viewer)),
})

/** Aliased `c`: a class whose learners somebody may invite. */
export const invitesClass = (viewer: Someone): Rule =>
  either(
    sql<boolean>`exists (select 1 from belongs b where b.class_id = c.id and b.person_id = ${viewer} and b.role = 'teacher')`,
    leads(viewer, sql<string>`c.school_id`),
  )

const learner = sql<string>`t.learner_id`

export const ownsStand = (viewer: Someone): Rule => isLearner(viewer, learner)

/**
 * Who said yes to a showcase and who did not is known to its learner and to those who run the event, not to
 * classmates.
 */
export const knowsConsent = (viewer: Someone): Rule => either(runs(viewer), ownsStand(viewer))

/** Reads what guests wrote before the learner does, and lets it through or not. */
export const readsForThem = (viewer: Someone): Rule => teaches(viewer, learner)

/** A slip aliased `g` at that stand. */
export const seesSlip = (viewer: Someone): Rule =>
  either(
    readsForThem(viewer),
    both(
      ownsStand(viewer),
      sql<boolean>`exists (select 1 from slip_decision e where e.slip_id = g.id and e.releases)`,
    ),
  )

export const seesCard = (viewer: Someone): Rule => either(readsForThem(viewer), ownsStand(viewer))
