import type pg from 'pg'
import { StartRefusal } from '../platform/settings.ts'

/** Tables that stand before any district is known. The application reaches them only through functions. */
export const tablesWithoutDistrict: readonly string[] = ['schema_migration', 'sign_in_throttle']

/** What the wall says, and how PostgreSQL repeats it. */
const wall = "district_id = nullif(current_setting('cairn.district', true), '')::uuid"
const wallRepeated = "(district_id = (NULLIF(current_setting('cairn.district'::text, true), ''::text))::uuid)"

/** One table, view or sequence of the schema `public`, as it stands. */
interface Relation {
  readonly name: string
  readonly quoted: string
  readonly kind: string
  readonly has_district: boolean
  readonly as_invoker: boolean
  readonly walled: boolean
  readonly other_permission: string | null
  readonly granted: boolean
}

const relations = `
  select c.relname as name, format('public.%I', c.relname) as quoted, c.relkind::text as kind,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id'
      and a.atttypid = 'uuid'::regtype and not a.attisdropped) as has_district,
    exists (select from pg_options_to_table(c.reloptions) o
      where o.option_name = 'security_invoker' and o.option_value::boolean) as as_invoker,
    c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid
      and p.polname = 'same_district' and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
      and pg_get_expr(p.polqual, c.oid) = $1 and pg_get_expr(p.polwithcheck, c.oid) = $1) as walled,
    (select min(p.polname) from pg_policy p
      where p.polrelid = c.oid and p.polpermissive and p.polname <> 'same_district') as other_permission,
    case c.relkind
      when 'S' then has_sequence_privilege('cairn_app', c.oid, 'usage') and has_sequence_privilege('cairn_app', c.oid, 'select')
      when 'v' then has_table_privilege('cairn_app', c.oid, 'select')
      else has_table_privilege('cairn_app', c.oid, 'select') and has_table_privilege('cairn_app', c.oid, 'insert')
        and has_table_privilege('cairn_app', c.oid, 'update') and has_table_privilege('cairn_app', c.oid, 'delete')
    end as granted
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and not exists (select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname`

/**
 * Puts the district's wall on every table, so that no migration can forget it, and lets the application in.
 * Touches nothing that already stands as it should: changing a policy would lock a table people are using.
 */
export async function stampWalls(client: pg.Client): Promise<void> {
  const found = await client.query<Relation>(relations, [wallRepeated])
  const statements = found.rows
    .filter((relation) => !tablesWithoutDistrict.includes(relation.name))
    .flatMap((relation) => statementsFor(relation))
  const usage = await client.query<{ may: boolean }>(
    "select has_schema_privilege('cairn_app', 'public', 'usage') as may",
  )
  if (usage.rows[0]?.may !== true) statements.push('grant usage on schema public to cairn_app')
  if (statements.length > 0) await client.query(statements.join(';\n'))
}

function statementsFor(relation: Relation): string[] {
  const { name, quoted } = relation
  switch (relation.kind) {
    case 'S':
      return relation.granted ? [] : [`grant usage, select on sequence ${quoted} to cairn_app`]
    case 'v':
      if (!relation.as_invoker) {
        throw new StartRefusal(
          `The view ${name} would look over the walls between districts. Create it WITH (security_invoker = true).`,
        )
      }
      return relation.granted ? [] : [`grant select on ${quoted} to cairn_app`]
    case 'm':
    case 'f':
      throw new StartRefusal(
        `${name} is a ${relation.kind === 'm' ? 'materialized view' : 'foreign table'}, which cannot carry a district's wall. Use a table.`,
      )
    default:
      return statementsForTable(relation)
  }
}

function statementsForTable(relation: Relation): string[] {
  const { name, quoted } = relation
  if (!relation.has_district) {
    throw new StartRefusal(
      `The table ${name} has no district_id of type uuid. Add one, or name the table in tablesWithoutDistrict.`,
    )
  }
  if (relation.other_permission !== null) {
    throw new StartRefusal(
      `The policy ${relation.other_permission} on the table ${name} opens a door in the district's wall. Make it RESTRICTIVE.`,
    )
  }
  const statements: string[] = []
  if (!relation.walled) {
    statements.push(
      `alter table ${quoted} enable row level security`,
      `drop policy if exists same_district on ${quoted}`,
      `create policy same_district on ${quoted} using (${wall}) with check (${wall})`,
    )
  }
  if (!relation.granted) statements.push(`grant select, insert, update, delete on ${quoted} to cairn_app`)
  return statements
}
