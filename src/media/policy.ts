import { both, either, type Rule, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/**
 * Something that carries media: whether it carries the row aliased `m` at all, and whether it does so where
 * this viewer may see it. Each carrying module hands one in, so media knows none of them.
 */
export type Carrier = { carries: Rule; reaches: (viewer: Someone) => Rule }

/** A file's visibility is its carriers'; until something carries it, only whoever brought it reaches it. */
export const reachesMedia = (viewer: Someone, carriers: Carrier[]): Rule =>
  either(
    ...carriers.map((carrier) => carrier.reaches(viewer)),
    both(
      sql<boolean>`m.uploaded_by = ${viewer}`,
      ...carriers.map(({ carries }) => sql<boolean>`not ${carries}`),
    ),
  )
