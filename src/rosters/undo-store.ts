import { sql, type RawBuilder, type Transaction } from '../platform/database.ts'

/**
 * Puts back what an import changed. What it made stays, because work may hang on it by now, but holds no longer:
 * a tie that an import opened ends on the day it began. What people changed since stays theirs; answers how many
 * rows that are.
 */
export async function putBack(db: Transaction, importId: string): Promise<number> {
  let kept = 0
  for (const [table, columns] of watched) {
    const found = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(table)} t, ${changed(importId, table)}
        and not (${sql.join(
          columns.map((column) => isAsWritten(column)),
          sql` and `,
        )})`.execute(db)
    kept += found.rows[0]?.count ?? 0
  }
  for (const statement of statements(importId)) await statement.execute(db)
  return kept
}

/** The rows of an import of one kind, whose `before` is null where there was nothing. */
const changed = (importId: string, kind: string) => sql`
  roster_change r where r.import_id = ${importId} and r.kind = ${kind} and r.subject_id = t.id`

/** By the key and not by whom it opens: they may have been made one with somebody since. */
const keyOf = (importId: string) => sql`
  roster_change r join roster_import m on m.id = r.import_id
  where r.import_id = ${importId} and m.source = k.source and r.kind = 'key ' || k.kind and r.sourced_id = k.sourced_id`

const tied = ['opened_on', 'closed_on'] as const
const watched = [
  ['school', ['name']],
  ['class', ['name', 'school_id', 'opens_on', 'closes_on']],
  ['person', ['given_name', 'family_name', 'legal_given_name', 'legal_family_name']],
  ['enrollment', [...tied, 'grade']],
  ['guardianship', [...tied, 'relationship']],
  ['duty', tied],
] as const

/** Nobody touched it since; what was imported before this was watched is taken to be so. */
const isAsWritten = (column: string) =>
  sql<boolean>`(r.after is null or t.${sql.ref(column)}::text is not distinct from r.after->>${sql.lit(column)})`

/** What was there before, unless somebody changed it since. */
const back = (column: string, type = 'text') => sql`${sql.ref(column)} = case when ${isAsWritten(column)}
  then (r.before->>${sql.lit(column)})::${sql.raw(type)} else t.${sql.ref(column)} end`

const backed = (importId: string, table: string, columns: readonly RawBuilder<unknown>[]) => sql`
  update ${sql.table(table)} t set ${sql.join(columns)} from ${changed(importId, table)} and r.before is not null`

/** What the office ended since is over, also where a file had closed it before. */
const endedByHand: Record<string, RawBuilder<unknown>> = {
  guardianship: sql` and not exists (select 1 from guardianship_ending x where x.guardianship_id = t.id)`,
}

const tie = (importId: string, table: string): RawBuilder<unknown>[] => [
  sql`${backed(importId, table, [back('opened_on', 'date'), back('closed_on', 'date')])}${endedByHand[table] ?? sql``}`,
  sql`update ${sql.table(table)} t set closed_on = t.opened_on from ${changed(importId, table)}
    and r.before is null and ${isAsWritten('closed_on')} and ${isAsWritten('opened_on')}`,
]

const statements = (importId: string): RawBuilder<unknown>[] => [
  ...tie(importId, 'enrollment'),
  backed(importId, 'enrollment', [back('grade'), sql`sourced_id = r.before->>'sourced_id'`]),
  ...tie(importId, 'guardianship'),
  backed(importId, 'guardianship', [
    back('relationship'),
    sql`learner_says = coalesce((r.before->>'learner_says')::boolean, true)`,
    sql`guardian_says = r.before->>'guardian_says'`,
  ]),
  ...tie(importId, 'duty'),
  backed(
    importId,
    'person',
    ['given_name', 'family_name', 'legal_given_name', 'legal_family_name'].map((column) => back(column)),
  ),
  backed(importId, 'class', [
    back('name'),
    back('school_id', 'uuid'),
    back('opens_on', 'date'),
    back('closes_on', 'date'),
  ]),
  sql`update class t set opens_on = least(t.opens_on, cairn_today() - 1), closes_on = least(t.closes_on, cairn_today() - 1)
    from ${changed(importId, 'class')} and r.before is null and ${isAsWritten('closes_on')}`,
  sql`update space t set name = c.name from class c where c.id = t.class_id and exists (
    select 1 from roster_change r where r.import_id = ${importId} and r.kind = 'class' and r.subject_id = c.id)`,
  sql`update term t set name = r.before->>'name', opens_on = (r.before->>'opens_on')::date,
      closes_on = (r.before->>'closes_on')::date
    from ${changed(importId, 'term')} and r.before is not null`,
  backed(importId, 'school', [back('name')]),
  sql`update roster_key k set facts = r.before->'facts', left_on = (r.before->>'left_on')::date
    from ${keyOf(importId)} and r.before is not null`,
  sql`update roster_key k set left_on = cairn_today()
    from ${keyOf(importId)} and r.before is null`,
]
