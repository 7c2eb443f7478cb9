import { sql, type RawBuilder, type Transaction } from '../platform/database.ts'

/**
 * Puts back what an import changed. What it made stays, because work may hang on it by now, but holds no longer:
 * a tie that an import opened ends on the day it began.
 */
export async function putBack(db: Transaction, importId: string): Promise<void> {
  for (const statement of statements(importId)) await statement.execute(db)
}

/** The rows of an import of one kind, whose `before` is null where there was nothing. */
const changed = (importId: string, kind: string) => sql`
  roster_change r where r.import_id = ${importId} and r.kind = ${kind} and r.subject_id = t.id`

const tie = (importId: string, table: string): RawBuilder<unknown> => sql`
  update ${sql.table(table)} t set
    opened_on = coalesce((r.before->>'opened_on')::date, t.opened_on),
    closed_on = case when r.before is null then t.opened_on else (r.before->>'closed_on')::date end
  from ${changed(importId, table)}`

const statements = (importId: string): RawBuilder<unknown>[] => [
  tie(importId, 'enrollment'),
  sql`update enrollment t set grade = r.before->>'grade', sourced_id = r.before->>'sourced_id'
    from ${changed(importId, 'enrollment')} and r.before is not null`,
  tie(importId, 'guardianship'),
  sql`update guardianship t set relationship = r.before->>'relationship'
    from ${changed(importId, 'guardianship')} and r.before is not null`,
  tie(importId, 'duty'),
  sql`update person t set given_name = r.before->>'given_name', family_name = r.before->>'family_name',
      legal_given_name = r.before->>'legal_given_name', legal_family_name = r.before->>'legal_family_name'
    from ${changed(importId, 'person')} and r.before is not null`,
  sql`update class t set name = r.before->>'name', school_id = (r.before->>'school_id')::uuid,
      opens_on = (r.before->>'opens_on')::date, closes_on = (r.before->>'closes_on')::date
    from ${changed(importId, 'class')} and r.before is not null`,
  sql`update class t set opens_on = least(t.opens_on, cairn_today() - 1), closes_on = least(t.closes_on, cairn_today() - 1)
    from ${changed(importId, 'class')} and r.before is null`,
  sql`update space t set name = c.name from class c where c.id = t.class_id and exists (
    select 1 from roster_change r where r.import_id = ${importId} and r.kind = 'class' and r.subject_id = c.id)`,
  sql`update term t set name = r.before->>'name', opens_on = (r.before->>'opens_on')::date,
      closes_on = (r.before->>'closes_on')::date
    from ${changed(importId, 'term')} and r.before is not null`,
  sql`update school t set name = r.before->>'name' from ${changed(importId, 'school')} and r.before is not null`,
  sql`update roster_key k set facts = r.before->'facts', left_on = (r.before->>'left_on')::date
    from roster_change r where r.import_id = ${importId} and r.before is not null
      and r.kind = 'key ' || k.kind and r.subject_id = k.subject_id and r.sourced_id = k.sourced_id`,
  sql`update roster_key k set left_on = cairn_today()
    from roster_change r where r.import_id = ${importId} and r.before is null
      and r.kind = 'key ' || k.kind and r.subject_id = k.subject_id and r.sourced_id = k.sourced_id`,
]
