import { both, either, type Rule, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/**
 * Something that carries media: whether it carries the row aliased `m` at all, whether it does so where this
 * viewer may see it, and whether all that carries it here is this viewer's to revise. Each carrying module
 * hands one in, so media knows none of them. What it neither carries nor shows, nobody reaches through it.
 */
export type Carrier = {
  carries: Rule
  /** shows a row that something else carries: a piece that was chosen, or brought */
  shows?: Rule
  reaches: (viewer: Someone) => Rule
  revises: (viewer: Someone) => Rule
}

/** A file's visibility is its carriers'; until something carries it, only whoever brought it reaches it. */
export const reachesMedia = (viewer: Someone, carriers: Carrier[]): Rule =>
  either(
    ...carriers.map((carrier) => carrier.reaches(viewer)),
    both(
      sql<boolean>`m.uploaded_by = ${viewer}`,
      ...carriers.map(({ carries }) => sql<boolean>`not ${carries}`),
    ),
  )

/**
 * Whoever brought a file writes down what is said in it until something carries it; then whoever may revise
 * everything that carries it. So no adult, and no classmate in the same film, speaks in a learner's place.
 */
export const writesTranscript = (viewer: Someone, carriers: Carrier[]): Rule => {
  if (carriers.length === 0) return sql<boolean>`m.uploaded_by = ${viewer}`
  const carried = either(...carriers.map(({ carries }) => carries))
  const theirs = carriers.map(({ carries, revises }) => either(sql<boolean>`not ${carries}`, revises(viewer)))
  return either(
    both(carried, ...theirs),
    both(sql<boolean>`m.uploaded_by = ${viewer}`, sql<boolean>`not ${carried}`),
  )
}

/**
 * What a device of theirs sent in another’s name, while the office held both for one person, is theirs again once
 * that was undone; unless something carries it by now.
 */
export const isTheirsAgain = (viewer: Someone, carriers: Carrier[]): Rule =>
  both(
    ...carriers.map(({ carries }) => sql<boolean>`not ${carries}`),
    sql<boolean>`exists (select 1 from person_merge g where g.gone_id = ${viewer}
      and g.kept_id = m.uploaded_by and m.created_at between g.merged_at and g.undone_at)`,
  )
