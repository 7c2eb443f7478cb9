import { type RawBuilder, sql } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Rule } from './relations.ts'

/** The `may` object of a row: what the viewer may do to it, by the very rules the server will ask again. */
export function may(acts: Record<string, Rule>): RawBuilder<Record<string, boolean>> {
  const pairs = Object.entries(acts).map(([act, rule]) => sql`${sql.lit(act)}, ${rule}`)
  return sql`jsonb_build_object(${sql.join(pairs)})`
}

/** Invisible and absent are one answer; visible but not permitted is another. */
export function demand(row: { allowed: boolean } | undefined): void {
  if (!row) throw new Refusal('not_found')
  if (!row.allowed) throw new Refusal('not_allowed')
}
