import type pg from 'pg'

/** What the database is now, in a stable order, so that a migration's effect shows in review. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const read = async (query: string) =>
    (await client.query<{ line: string }>(query)).rows.map((row) => row.line)
  const sections: [string, string[]][] = [
    ['Tables', await read(tables)],
    ['Constraints', await read(constraints)],
    ['Indexes', await read(indexes)],
    ['Walls', await read(walls)],
    ['Views', await read(views)],
    ['Functions', await read(functions)],
  ]
  const text = sections.map(([title, lines]) => `-- ${title}\n\n${lines.join('\n')}\n`)
  return `-- Written by scripts/schema.ts after the migrations; never edited by hand.\n\n${text.join('\n')}`
}

const own = "c.relnamespace = 'public'::regnamespace"

const tables = `
  select format(E'table %I (\\n%s\\n);', c.relname, string_agg(format('  %I %s%s%s', a.attname,
    format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
    coalesce(case when a.attgenerated = 's' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), '')),
    E',\\n' order by a.attnum)) as line
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where ${own} and c.relkind = 'r' group by c.relname order by c.relname`

const constraints = `
  select format('%I: %s', c.relname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where ${own} and k.contype <> 'n' order by c.relname, k.contype, pg_get_constraintdef(k.oid)`

const indexes = `
  select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
  where ${own} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by 1`

const walls = `
  select format('%I: %s', c.relname, coalesce((select string_agg(p.polname, ', ') from pg_policy p where p.polrelid = c.oid),
    case when has_table_privilege('cairn_app', c.oid, 'select') then 'OPEN' else 'out of reach of the application' end)) as line
  from pg_class c where ${own} and c.relkind = 'r' order by c.relname`

const views = `
  select format(E'view %I as\\n%s', c.relname, pg_get_viewdef(c.oid)) as line
  from pg_class c where ${own} and c.relkind = 'v' order by c.relname`

const functions = `
  select pg_get_functiondef(f.oid) as line from pg_proc f
  where f.pronamespace = 'public'::regnamespace order by f.proname`
