import { both, either, isLearner, leads, type Rule, type Someone, teaches } from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see a showcase event, a row of exhibition_standing aliased `x`, and a stand of it aliased `t`. Teachers of
 * the invited classes, and those who answer for the school, run it: names, titles, places. Guests' words are another
 * matter: of them only the learner's own teachers know, and the learner once they are released.
 */
const invites = (viewer: Someone, role: 'student' | 'teacher'): Rule => sql<boolean>`exists (
  select 1 from exhibition_class k join belongs b on b.class_id = k.class_id
  where k.exhibition_id = x.id and b.person_id = ${viewer} and b.role = ${role} and b.state <> 'hidden')`

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

/** Two minutes: one is what the page records, and a telephone's own recorder is not stopped by it. */
const longestSound = 120

/** Media aliased `m`: what can be heard or seen at once; a film or an hour of sound is not handed to anybody. */
const isSlipFile: Rule = sql<boolean>`(m.kind = 'picture' or (m.kind = 'audio' and coalesce(m.duration_seconds, 0) <= ${longestSound}))`

export const isStillMade: Rule = sql<boolean>`coalesce(m.state not in ('ready', 'failed'), false)`

/** What came with it can never be heard or seen. */
export const isLost: Rule = sql<boolean>`coalesce(m.state = 'failed' or (m.state = 'ready' and not ${isSlipFile}), false)`

/** All of it lies before the teacher, and there is something of it. */
export const isReadable: Rule = sql<boolean>`(not ${isStillMade} and (g.words <> '' or not ${isLost}))`

const onSlip = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from slip g join stand t on t.id = g.stand_id where g.media_id = m.id and ${condition})`

/** A guest's voice is written down by who reads for the learner; the learner's own words these are not. */
export const slipCarries: Carrier = {
  carries: onSlip(sql<boolean>`true`),
  reaches: (viewer) => both(isSlipFile, onSlip(seesSlip(viewer))),
  revises: (viewer) => onSlip(readsForThem(viewer)),
}
